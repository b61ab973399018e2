using System.Collections.Concurrent;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Makes shortlists for a few persons, asked together; <see cref="NightField"/> makes them for many.</summary>
internal sealed class Shortlister(IClueTokenizer tokenizer, ClueSource clues, MatchOptions options)
{
    /// <param name="persons">With the versions that were read.</param>
    /// <param name="room">How many reports may be explained for a person.</param>
    public async Task<IReadOnlyDictionary<Guid, Shortlist>> OfAsync(ReuniteDb db, MatchPorts ports, IReadOnlyDictionary<Guid, ClueSet> persons, IReadOnlyDictionary<Guid, long> versions, Func<Guid, int> room, CancellationToken ct)
    {
        if (persons.Count == 0) return new Dictionary<Guid, Shortlist>();
        var everywhere = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var ids = persons.Keys.ToList();
        var hits = await ports.Index.SearchAllAsync([.. ids.Select(id => tokenizer.Query(persons[id], RecordKind.Missing, options.Retrieved))], ct);
        var found = ids.Zip(hits).ToDictionary(f => f.First, f => f.Second);
        var open = await ports.Open.ReportsAsync(db, [.. found.Values.SelectMany(h => h).Select(h => h.RecordId).Distinct()], ct);
        var reports = await clues.ReadAsync(db, open, ct);
        var lists = new ConcurrentDictionary<Guid, Shortlist>();
        Parallel.ForEach(persons, everywhere, p =>
        {
            var scored = new List<(Guid Id, double Score)>();
            foreach (var hit in found[p.Key])
            {
                ct.ThrowIfCancellationRequested();
                if (reports.TryGetValue(hit.RecordId, out var report)) scored.Add((hit.RecordId, ports.Scorer.LogOdds(p.Value, report)));
            }
            lists[p.Key] = new Shortlist(versions[p.Key], scored.Count, [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Id).Take(room(p.Key)).Select(s => s.Id)]);
        });
        return lists;
    }
}
