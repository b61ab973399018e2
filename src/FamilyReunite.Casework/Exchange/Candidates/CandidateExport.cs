using System.Runtime.CompilerServices;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Candidates;

/// <summary>A stranded person with the reports proposed for them, best first.</summary>
public sealed record PersonCandidates(Guid Id, string? SourceId, IReadOnlyList<ExportedCandidate> Candidates);

/// <param name="Probability">Calibrated, 0 to 1.</param>
/// <param name="Score">Log-odds before calibration: <paramref name="Prior"/> + the sum of the evidence weights.</param>
/// <param name="EvidenceJson">A JSON array of <c>{"feature","level","weight","zh","en"}</c>.</param>
public sealed record ExportedCandidate(Guid ReportId, string? ReportSourceId, double Probability, double Score, double Prior, string EvidenceJson);

/// <summary>Reads stored candidates, from the database alone: it works while the server runs. What was rejected or withdrawn is left out; a person who does not want to be found looks like one without a match.</summary>
public sealed class CandidateExport(IDbContextFactory<ReuniteDb> databases)
{
    private const int ChunkSize = 200;

    /// <summary>Every stranded person, in the order of their ids.</summary>
    public async IAsyncEnumerable<PersonCandidates> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await db.StrandedPersons.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        foreach (var chunk in ids.Chunk(ChunkSize))
            foreach (var person in await ReadAsync(db, chunk, ct))
                yield return person;
    }

    /// <param name="idOrSourceId">Our UUID or the id of the source.</param>
    /// <returns>Null when there is no such person.</returns>
    public async Task<PersonCandidates?> FindAsync(string idOrSourceId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var id = Guid.TryParse(idOrSourceId, out var own) ? own : Guid.Empty;
        var found = await db.StrandedPersons.Where(p => p.Id == id || p.SourceId == idOrSourceId).Select(p => p.Id).ToListAsync(ct);
        return (await ReadAsync(db, found, ct)).SingleOrDefault();
    }

    private static async Task<List<PersonCandidates>> ReadAsync(ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var persons = await db.StrandedPersons.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.SourceId, p.DoesNotWantToBeFound }).ToListAsync(ct);
        var found = await (from m in db.CandidateMatches.AsNoTracking()
                           join r in db.MissingReports on m.ReportId equals r.Id
                           where ids.Contains(m.PersonId) && m.State != MatchState.Rejected && m.State != MatchState.Withdrawn
                           select new { m.PersonId, m.ReportId, r.SourceId, m.Probability, m.Score, m.Prior, m.EvidenceJson }).ToListAsync(ct);
        var lists = found.ToLookup(m => m.PersonId, m => new ExportedCandidate(m.ReportId, m.SourceId, m.Probability, m.Score, m.Prior, m.EvidenceJson));
        return
        [
            .. persons.OrderBy(p => p.Id).Select(p => new PersonCandidates(p.Id, p.SourceId,
                p.DoesNotWantToBeFound ? [] : [.. lists[p.Id].OrderByDescending(c => c.Probability).ThenByDescending(c => c.Score).ThenBy(c => c.ReportId)])),
        ];
    }
}
