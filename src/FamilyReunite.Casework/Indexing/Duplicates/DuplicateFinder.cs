using FamilyReunite.Casework.Access;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing.Duplicates;

/// <summary>"Possibly met before" while a record is typed: people and street contacts of the caller's own station beside a stranded person or contact, reports of the own organisation beside a report.</summary>
public sealed class DuplicateFinder(IIndexSource source, IClueTokenizer tokenizer, IClueReader reader, ClueSource clues, IDbContextFactory<ReuniteDb> databases)
{
    /// <summary>Records compared per kind.</summary>
    private const int Retrieved = 50;

    /// <summary>Most that is shown.</summary>
    public const int Shown = 5;

    /// <param name="draft">With its facts; saved or not. Its own id is never in the answer.</param>
    /// <returns>Strongest first; empty when the caller keeps no records; <c>index.locked</c> while another process holds the index.</returns>
    public async Task<Outcome<IReadOnlyList<PossibleDuplicate>>> FindAsync(CaseRecord draft, Caller caller, CancellationToken ct)
    {
        if (!caller.KeepsPeople) return Array.Empty<PossibleDuplicate>();
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        var said = reader.Read(draft);
        RecordKind[] kinds = draft.Kind == RecordKind.Missing ? [RecordKind.Missing] : [RecordKind.Stranded, RecordKind.FieldContact];
        var ids = new HashSet<Guid>();
        foreach (var kind in kinds)
            foreach (var query in Queries(said, kind, caller.OrganisationId))
                ids.UnionWith((await index.SearchAsync(query, ct)).Select(h => h.RecordId));
        ids.Remove(draft.Id);
        return (await CompareAsync(said, ids, caller, ct)).ToArray();
    }

    /// <summary>By clues, and by the names' words too: who does not want to be found has no clue tokens, yet their own station should know them again.</summary>
    private IEnumerable<CandidateQuery> Queries(ClueSet said, RecordKind kind, Guid organisation)
    {
        yield return tokenizer.Query(said, kind, Retrieved) with { OrganisationId = organisation };
        if (said.Names.Count > 0) yield return tokenizer.TextQuery(string.Join(' ', said.Names.Select(n => n.Text)), kind, Retrieved, organisation);
    }

    private async Task<IEnumerable<PossibleDuplicate>> CompareAsync(ClueSet said, HashSet<Guid> ids, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var versions = await db.Records.Where(r => ids.Contains(r.Id) && r.OrganisationId == caller.OrganisationId).Select(r => new { r.Id, r.Version }).ToDictionaryAsync(r => r.Id, r => r.Version, ct);
        var stored = await clues.ReadAsync(db, versions, ct);
        var alike = stored.Values.Select(s => (s.RecordId, Found: Likeness.Compare(said, s)))
            .Select(x => (x.RecordId, x.Found, Points: x.Found.Sum(f => f.Points)))
            .Where(x => x.Points >= Likeness.Least).OrderByDescending(x => x.Points).ThenByDescending(x => x.RecordId).Take(Shown).ToList();
        var records = (await ClueSource.LoadAsync(db, [.. alike.Select(x => x.RecordId)], ct)).ToDictionary(r => r.Id);
        var visits = await VisitsAsync(db, records.Values.OfType<FieldContact>().Select(c => c.Id).ToList(), ct);
        return alike.Where(x => records.ContainsKey(x.RecordId)).Select(x => Describe(records[x.RecordId], visits.GetValueOrDefault(x.RecordId), [.. x.Found.Select(f => f.Reason)], x.Points));
    }

    private static async Task<Dictionary<Guid, FieldVisit?>> VisitsAsync(ReuniteDb db, List<Guid> contacts, CancellationToken ct) => contacts.Count == 0 ? []
        : (await db.FieldContacts.AsNoTracking().Include(c => c.Visits).Where(c => contacts.Contains(c.Id)).ToListAsync(ct)).ToDictionary(c => c.Id, c => c.Visits.MaxBy(v => v.At));

    private static PossibleDuplicate Describe(CaseRecord r, FieldVisit? visit, IReadOnlyList<DuplicateReason> reasons, double points) => new(
        r.Id, r.Kind, visit?.At ?? r.OpenedAt,
        visit?.Place ?? r.Current(r.Kind == RecordKind.Missing ? FactKind.MissingPlace : FactKind.FoundPlace).LastOrDefault()?.AsHeard,
        reasons, points >= Likeness.Strong ? DuplicateStrength.Strong : points >= Likeness.Likely ? DuplicateStrength.Likely : DuplicateStrength.Possible);
}
