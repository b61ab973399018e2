using System.Collections.Concurrent;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Data.Sqlite;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using FamilyReunite.Search;
using FamilyReunite.Search.Postings;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Which stranded persons a changed record concerns: themselves, those that a changed report fits, and those it was proposed to.</summary>
internal sealed class ConcernedPersons(IDbContextFactory<ReuniteDb> databases, IClueTokenizer tokenizer, ClueSource clues, MatchOptions options)
{
    /// <summary>Stranded records that are settled stand in the index too, so more are asked for than are compared; so many times more at most.</summary>
    private const int MostSettled = 3;

    /// <summary>Settled ones may stand closer together than on average.</summary>
    private const double Uneven = 1.2;

    /// <summary>Reports looked at together: the clues of most persons are then in memory at once, 8 KB each, and what was found for each report, 5 to 14 KB.</summary>
    private const int ReportsAtOnce = 12_000;

    private const int PersonsPerQuestion = 1000;

    /// <summary>What comes back of them is in memory at once.</summary>
    private const int ReportsPerQuestion = 200;

    /// <returns>Person ids, each with the reports that have to be compared with it.</returns>
    public async Task<IReadOnlyDictionary<Guid, Concern>> OfAsync(MatchPorts ports, IReadOnlyCollection<ChangedRecord> changed, CancellationToken ct)
    {
        if (changed.Count >= options.ChangesFrom) ports.Open.Expect(ct);
        var concerned = changed.Where(c => c.Kind == RecordKind.Stranded).Select(c => c.Id).Distinct().ToDictionary(id => id, _ => new Concern(Whole: true, []));
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.PrepareForManyAsync(ct);
        foreach (var chunk in changed.Where(c => c.Kind == RecordKind.Missing).Select(c => c.Id).Distinct().Chunk(ReportsAtOnce))
        {
            var proposed = await ProposedToAsync(db, chunk, ct);
            var alike = (await ports.AlikeAsync(chunk, ct)).SelectMany(report => report.Select(person => (person, report.Key)));
            foreach (var (person, report) in proposed.Concat(alike).Concat(await FindingPlaceAsync(db, await FittingAsync(db, ports, chunk, ct), ct)))
            {
                if (!concerned.TryGetValue(person, out var concern)) concerned[person] = concern = new Concern(Whole: false, []);
                concern.Reports.Add(report);
            }
        }
        return concerned;
    }

    /// <summary>Marks as whole those of whom more than the changed reports has to be compared, so that a big run can take them together with the others.</summary>
    public async Task<IReadOnlyDictionary<Guid, Concern>> SortedAsync(MatchPorts ports, IReadOnlyDictionary<Guid, Concern> concerned, CancellationToken ct)
    {
        var sorted = new ConcurrentDictionary<Guid, Concern>(concerned);
        var everywhere = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(concerned.Where(c => !c.Value.Whole).Select(c => c.Key).Chunk(PersonsPerQuestion), everywhere, async (persons, c) =>
        {
            foreach (var id in await WholeAsync(ports, persons, concerned, c)) sorted[id] = concerned[id] with { Whole = true };
        });
        return sorted;
    }

    /// <returns>Those of the persons of whom more than the changed reports has to be compared.</returns>
    private async Task<List<Guid>> WholeAsync(MatchPorts ports, Guid[] asked, IReadOnlyDictionary<Guid, Concern> concerned, CancellationToken ct)
    {
        var rule = new PlaceRule(options);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.PrepareForManyAsync(ct);
        var stored = (await db.CandidateMatches.Where(m => asked.Contains(m.PersonId) && m.State != MatchState.Withdrawn)
            .Select(m => new { m.PersonId, m.ModelVersion, Pair = new HeldPair(m.ReportId, m.State, m.Probability) }).ToListAsync(ct)).ToLookup(m => m.PersonId);
        var persons = await clues.ReadAsync(db, await ports.Open.PersonsAsync(db, asked, ct), ct);
        var reports = await clues.ReadAsync(db, await ports.Open.ReportsAsync(db, [.. asked.SelectMany(p => concerned[p].Reports.Intersect(stored[p].Select(m => m.Pair.ReportId))).Distinct()], ct), ct);
        return [.. asked.Where(id => persons.ContainsKey(id) && (stored[id].Any(m => m.ModelVersion != ports.Scorer.ModelVersion) || rule.LetsIn([.. stored[id].Select(m => m.Pair)], concerned[id].Reports, report => Now(id, report))))];

        double? Now(Guid person, Guid report) => reports.TryGetValue(report, out var read) ? ports.Scorer.Probability(ports.Scorer.LogOdds(persons[person], read)) : null;
    }

    private static async Task<List<(Guid Person, Guid Report)>> ProposedToAsync(ReuniteDb db, Guid[] reports, CancellationToken ct) =>
        (await db.CandidateMatches.Where(m => reports.Contains(m.ReportId) && m.State != MatchState.Withdrawn).Select(m => new { m.PersonId, m.ReportId }).ToListAsync(ct)).ConvertAll(m => (m.PersonId, m.ReportId));

    /// <summary>Leaves out pairs that would stand behind as many better ones as are kept of a person: nothing would come of them.</summary>
    private async Task<IEnumerable<(Guid Person, Guid Report)>> FindingPlaceAsync(ReuniteDb db, IReadOnlyCollection<(Guid Person, Guid Report, double Probability)> fitting, CancellationToken ct)
    {
        var least = new Dictionary<Guid, double>();
        foreach (var persons in fitting.Select(f => f.Person).Distinct().Chunk(PersonsPerQuestion))
        {
            var full = db.CandidateMatches.Where(m => persons.Contains(m.PersonId) && m.State != MatchState.Withdrawn && m.State != MatchState.Rejected && m.Probability >= options.Floor)
                .GroupBy(m => m.PersonId).Where(g => g.Count() >= options.KeptPerPerson).Select(g => new { g.Key, Least = g.Min(m => m.Probability) });
            foreach (var p in await full.ToListAsync(ct)) least[p.Key] = p.Least;
        }
        return fitting.Where(f => f.Probability >= least.GetValueOrDefault(f.Person)).Select(f => (f.Person, f.Report));
    }

    private async Task<IReadOnlyCollection<(Guid Person, Guid Report, double Probability)>> FittingAsync(ReuniteDb db, MatchPorts ports, Guid[] reports, CancellationToken ct)
    {
        var open = await clues.ReadAsync(db, await ports.Open.ReportsAsync(db, reports, ct), ct);
        var everywhere = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var retrieved = await RetrieveAsync(ports.Index, open, await DepthAsync(db, ports, open.Count, ct), everywhere);
        var versions = await ports.Open.PersonsAsync(db, [.. retrieved.Values.SelectMany(h => h).Distinct()], ct);
        var persons = await clues.ReadAsync(db, versions, ct);
        var fitting = new ConcurrentBag<(Guid, Guid, double)>();
        Parallel.ForEach(open, everywhere, r =>
        {
            foreach (var (person, probability) in Fitting(ports.Scorer, [.. Compared(retrieved[r.Key], persons)], r.Value)) fitting.Add((person, r.Key, probability));
        });
        return fitting;
    }

    /// <summary>Persons asked for per report. Counting who is settled costs more than it saves where few reports changed.</summary>
    private async Task<int> DepthAsync(ReuniteDb db, MatchPorts ports, int reports, CancellationToken ct)
    {
        if (reports < options.ChangesFrom) return options.Retrieved * MostSettled;
        var (indexed, open) = (await ports.Index.CountAsync(RecordKind.Stranded, ct), (await ports.Open.AllAsync(db, RecordKind.Stranded, ct)).Count);
        return indexed <= open ? options.Retrieved : (int)(options.Retrieved * Math.Min(MostSettled, Uneven * indexed / Math.Max(1, open)));
    }

    private async Task<ConcurrentDictionary<Guid, IReadOnlyList<Guid>>> RetrieveAsync(ICandidateIndex index, IReadOnlyDictionary<Guid, ClueSet> reports, int depth, ParallelOptions everywhere)
    {
        var retrieved = new ConcurrentDictionary<Guid, IReadOnlyList<Guid>>();
        CandidateQuery Query(ClueSet report) => tokenizer.Query(report, RecordKind.Stranded, depth);
        if (reports.Count >= options.ChangesFrom && index is IManyQueries many)
        {
            var asked = new QueryTokens();
            var flat = new ConcurrentDictionary<Guid, FlatQuery>();
            Parallel.ForEach(reports, everywhere, r => flat[r.Key] = asked.Add(Query(r.Value)));
            if (many.Lay(RecordKind.Stranded, asked, everywhere.CancellationToken) is { } postings)
            {
                Parallel.ForEach(flat, everywhere, () => new FlatSearch(postings), (q, _, search) =>
                {
                    retrieved[q.Key] = Array.ConvertAll(search.Best(q.Value), n => postings.Ids[n]);
                    return search;
                }, _ => { });
                return retrieved;
            }
        }
        foreach (var part in reports.Chunk(ReportsPerQuestion))
        {
            var found = await index.SearchAllAsync([.. part.Select(r => Query(r.Value))], everywhere.CancellationToken);
            foreach (var (report, hits) in part.Zip(found)) retrieved[report.Key] = [.. hits.Select(h => h.RecordId)];
        }
        return retrieved;
    }

    /// <summary>Those whom the report fits well enough to be kept.</summary>
    private IEnumerable<(Guid Person, double Probability)> Fitting(IPairScorer scorer, ClueSet[] persons, ClueSet report)
    {
        var scores = new double[persons.Length];
        scorer.LogOdds(persons, report, scores);
        return Enumerable.Range(0, persons.Length).Select(i => (persons[i].RecordId, Probability: scorer.Probability(scores[i]))).Where(f => f.Probability >= options.Floor);
    }

    private IEnumerable<ClueSet> Compared(IReadOnlyList<Guid> hits, IReadOnlyDictionary<Guid, ClueSet> persons) =>
        hits.Where(persons.ContainsKey).Take(options.Retrieved).Select(id => persons[id]);
}
