using System.Collections.Concurrent;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Which stranded persons a changed record concerns: themselves, those that a changed report fits, and those it was proposed to.</summary>
internal sealed class ConcernedPersons(IDbContextFactory<ReuniteDb> databases, IClueTokenizer tokenizer, ClueSource clues, MatchOptions options)
{
    /// <summary>Many stranded records are settled, so more are asked for than are compared.</summary>
    private const int SettledFactor = 3;

    /// <returns>Person ids, each with the reports that have to be compared with it.</returns>
    public async Task<IReadOnlyDictionary<Guid, HashSet<Guid>>> OfAsync(MatchPorts ports, IReadOnlyCollection<ChangedRecord> changed, CancellationToken ct)
    {
        var concerned = changed.Where(c => c.Kind == RecordKind.Stranded).Select(c => c.Id).Distinct().ToDictionary(id => id, _ => new HashSet<Guid>());
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var chunk in changed.Where(c => c.Kind == RecordKind.Missing).Select(c => c.Id).Distinct().Chunk(ClueSource.ChunkSize))
        {
            foreach (var (person, report) in (await ProposedToAsync(db, chunk, ct)).Concat(await FittingAsync(db, ports, chunk, ct)))
            {
                if (!concerned.TryGetValue(person, out var reports)) concerned[person] = reports = [];
                reports.Add(report);
            }
        }
        return concerned;
    }

    private static async Task<IEnumerable<(Guid Person, Guid Report)>> ProposedToAsync(ReuniteDb db, Guid[] reports, CancellationToken ct) =>
        (await db.CandidateMatches.Where(m => reports.Contains(m.ReportId) && m.State != MatchState.Withdrawn).Select(m => new { m.PersonId, m.ReportId }).ToListAsync(ct)).Select(m => (m.PersonId, m.ReportId));

    private async Task<IEnumerable<(Guid Person, Guid Report)>> FittingAsync(ReuniteDb db, MatchPorts ports, Guid[] reports, CancellationToken ct)
    {
        var open = await clues.ReadAsync(db, await db.OpenReportsAsync(reports, ct), ct);
        var everywhere = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var retrieved = new ConcurrentDictionary<Guid, IReadOnlyList<IndexHit>>();
        await Parallel.ForEachAsync(open, everywhere, async (r, token) => retrieved[r.Key] = await ports.Index.SearchAsync(tokenizer.Query(r.Value, RecordKind.Stranded, options.Retrieved * SettledFactor), token));
        var versions = await db.OpenPersonsAsync([.. retrieved.Values.SelectMany(h => h).Select(h => h.RecordId).Distinct()], ct);
        var persons = await clues.ReadAsync(db, versions, ct);
        var fitting = new ConcurrentBag<(Guid, Guid)>();
        Parallel.ForEach(open, everywhere, r =>
        {
            foreach (var person in Compared(retrieved[r.Key], persons))
                if (ports.Scorer.Score(person, r.Value).Probability >= options.Floor) fitting.Add((person.RecordId, r.Key));
        });
        return fitting;
    }

    private IEnumerable<ClueSet> Compared(IReadOnlyList<IndexHit> hits, IReadOnlyDictionary<Guid, ClueSet> persons) =>
        hits.Where(h => persons.ContainsKey(h.RecordId)).Take(options.Retrieved).Select(h => persons[h.RecordId]);
}
