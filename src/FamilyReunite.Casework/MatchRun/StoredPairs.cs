using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>The stored candidates of many persons without their evidence: four kilobytes a pair that a run does not look at unless it writes them anew.</summary>
internal static class StoredPairs
{
    /// <summary>Untracked, with an empty evidence list each.</summary>
    public static async Task<ILookup<Guid, CandidateMatch>> WithoutEvidenceAsync(ReuniteDb db, IReadOnlyCollection<Guid> persons, CancellationToken ct) =>
        (await db.CandidateMatches.FromSqlRaw(Sql(db)).AsNoTracking().Where(m => persons.Contains(m.PersonId)).ToListAsync(ct)).ToLookup(m => m.PersonId);

    /// <summary>Writes what changed; the evidence only where it was made anew.</summary>
    /// <param name="version">The version that was read.</param>
    public static void Update(ReuniteDb db, CandidateMatch match, long version)
    {
        var entry = db.Update(match);
        entry.Property(m => m.Version).OriginalValue = version;
        entry.Property(m => m.EvidenceJson).IsModified = match.EvidenceJson.Length > 0;
    }

    private static string Sql(ReuniteDb db)
    {
        var type = db.Model.FindEntityType(typeof(CandidateMatch))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Select(p => p.Name == nameof(CandidateMatch.EvidenceJson) ? $"'' AS \"{p.GetColumnName(table)}\"" : $"\"{p.GetColumnName(table)}\"");
        return $"SELECT {string.Join(", ", columns)} FROM \"{table.Name}\"";
    }
}
