using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Compares stranded persons with the reports most worth it, on all processors, and leaves the changes tracked in the caller's unit of work.</summary>
internal sealed class PairMatcher(IClueTokenizer tokenizer, ClueSource clues, TimeProvider clock, MatchOptions options)
{
    /// <param name="alsoReports">Reports that must be compared with a person even if retrieval does not bring them.</param>
    /// <returns>The tally of each person.</returns>
    public async Task<IReadOnlyDictionary<Guid, MatchTally>> CompareAsync(ReuniteDb db, MatchPorts ports, IReadOnlyCollection<Guid> personIds, ILookup<Guid, Guid> alsoReports, CancellationToken ct)
    {
        var stored = (await db.CandidateMatches.Where(m => personIds.Contains(m.PersonId)).ToListAsync(ct)).ToLookup(m => m.PersonId);
        var persons = await clues.ReadAsync(db, await db.OpenPersonsAsync(personIds, ct), ct);
        var wanted = await RetrieveAsync(ports.Index, persons, ct);
        foreach (var (person, reports) in wanted)
        {
            reports.UnionWith(alsoReports[person]);
            reports.UnionWith(stored[person].Where(m => m.State != MatchState.Withdrawn).Select(m => m.ReportId));
        }
        var open = await db.OpenReportsAsync([.. wanted.Values.SelectMany(r => r).Distinct()], ct);
        var reportClues = await clues.ReadAsync(db, open, ct);
        var scored = new ConcurrentDictionary<Guid, IReadOnlyList<ScoredPair>>();
        Parallel.ForEach(persons, Everywhere(ct), p => scored[p.Key] = Score(ports.Scorer, p.Value, wanted[p.Key], reportClues, ct));
        return personIds.Distinct().ToDictionary(id => id, id => Bring(db, ports.Scorer.ModelVersion, id, [.. stored[id]], scored.GetValueOrDefault(id)));
    }

    private async Task<ConcurrentDictionary<Guid, HashSet<Guid>>> RetrieveAsync(ICandidateIndex index, IReadOnlyDictionary<Guid, ClueSet> persons, CancellationToken ct)
    {
        var wanted = new ConcurrentDictionary<Guid, HashSet<Guid>>();
        await Parallel.ForEachAsync(persons, Everywhere(ct), async (p, token) =>
        {
            var hits = await index.SearchAsync(tokenizer.Query(p.Value, RecordKind.Missing, options.Retrieved), token);
            wanted[p.Key] = [.. hits.Select(h => h.RecordId)];
        });
        return wanted;
    }

    private static List<ScoredPair> Score(IPairScorer scorer, ClueSet person, IEnumerable<Guid> reports, IReadOnlyDictionary<Guid, ClueSet> reportClues, CancellationToken ct)
    {
        var pairs = new List<ScoredPair>();
        foreach (var id in reports)
        {
            if (!reportClues.TryGetValue(id, out var report)) continue;
            ct.ThrowIfCancellationRequested();
            pairs.Add(new ScoredPair(id, scorer.Score(person, report), Fingerprint(person, report)));
        }
        return pairs;
    }

    private MatchTally Bring(ReuniteDb db, string modelVersion, Guid person, IReadOnlyList<CandidateMatch> stored, IReadOnlyList<ScoredPair>? compared)
    {
        var proposals = new PersonProposals(person, stored, modelVersion, options, clock.GetUtcNow());
        if (compared is null) proposals.WithdrawAll();
        else proposals.Take(compared);
        db.CandidateMatches.AddRange(proposals.Added);
        return proposals.Tally;
    }

    internal static string Fingerprint(ClueSet person, ClueSet report) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Fingerprint}|{report.Fingerprint}")));

    private static ParallelOptions Everywhere(CancellationToken ct) => new() { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
