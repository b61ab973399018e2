using System.Collections.Concurrent;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Compares stranded persons with the reports most worth it, on all processors, and leaves the changes tracked in the caller's unit of work.</summary>
internal sealed class PairMatcher(Shortlister shortlister, ClueSource clues, TimeProvider clock, MatchOptions options)
{
    /// <summary>Stored pairs that change are tracked in <paramref name="db"/>, the many others are not; new ones are given back.</summary>
    public async Task<ComparedChunk> CompareAsync(ReuniteDb db, MatchPorts ports, Comparison ask, CancellationToken ct)
    {
        var stored = await StoredPairs.WithoutEvidenceAsync(db, ask.Persons, ct);
        var versions = await ports.Open.PersonsAsync(db, ask.Persons, ct);
        var persons = await clues.ReadAsync(db, versions, ct);
        var explainer = new PairExplainer(ports.Scorer, options);
        var compared = new ConcurrentDictionary<Guid, ComparedPairs>();

        var parts = persons.Where(p => !ask.IsWhole(p.Key)).ToDictionary();
        var changed = await ReadReportsAsync(db, ports, parts.Keys.SelectMany(ask.ReportsOf), ct);
        Parallel.ForEach(parts, Everywhere(ct), p =>
        {
            if (explainer.Part(p.Value, [.. stored[p.Key]], ask.ReportsOf(p.Key), changed) is { } enough) compared[p.Key] = enough;
        });

        var whole = persons.Where(p => !compared.ContainsKey(p.Key)).ToDictionary();
        var lists = await ShortlistsAsync(db, ports, ask, whole, versions, stored, ct);
        var alike = await ports.AlikeAsync(whole.Keys, ct);
        var wanted = whole.Keys.ToDictionary(id => id, id => lists[id].Reports.Concat(ask.ReportsOf(id)).Concat(alike[id]).Concat(stored[id].Where(m => m.State != MatchState.Withdrawn).Select(m => m.ReportId)).Distinct().ToList());
        var reports = await ReadReportsAsync(db, ports, wanted.Values.SelectMany(w => w), ct);
        Parallel.ForEach(whole, Everywhere(ct), p => compared[p.Key] = explainer.Whole(p.Value, [.. stored[p.Key]], wanted[p.Key], reports, lists[p.Key].Compared, ct));
        var before = stored.SelectMany(s => s).Select(m => (Match: m, m.Version)).ToList();
        var brought = ask.Persons.Distinct().ToDictionary(id => id, id => Bring(ports.Scorer.ModelVersion, id, [.. stored[id]], compared.GetValueOrDefault(id)));
        foreach (var (match, version) in before)
        {
            if (match.Version != version) StoredPairs.Update(db, match, version);
        }
        return new ComparedChunk(brought.ToDictionary(b => b.Key, b => b.Value.Tally), [.. brought.Values.SelectMany(b => b.Added)]);
    }

    private async Task<Dictionary<Guid, Shortlist>> ShortlistsAsync(ReuniteDb db, MatchPorts ports, Comparison ask, Dictionary<Guid, ClueSet> whole, IReadOnlyDictionary<Guid, long> versions, ILookup<Guid, CandidateMatch> stored, CancellationToken ct)
    {
        var known = whole.Keys.Where(id => ask.Shortlists.TryGetValue(id, out var list) && list.Version == versions[id]).ToDictionary(id => id, id => ask.Shortlists[id]);
        foreach (var (id, list) in await shortlister.OfAsync(db, ports, whole.Where(p => !known.ContainsKey(p.Key)).ToDictionary(), versions, id => options.Room(stored[id].Count(m => m.State == MatchState.Rejected)), ct)) known[id] = list;
        return known;
    }

    private async Task<IReadOnlyDictionary<Guid, ClueSet>> ReadReportsAsync(ReuniteDb db, MatchPorts ports, IEnumerable<Guid> ids, CancellationToken ct) =>
        await clues.ReadAsync(db, await ports.Open.ReportsAsync(db, [.. ids.Distinct()], ct), ct);

    private PersonProposals Bring(string modelVersion, Guid person, IReadOnlyList<CandidateMatch> stored, ComparedPairs? compared)
    {
        var proposals = new PersonProposals(person, stored, modelVersion, options, clock.GetUtcNow());
        if (compared is null) proposals.WithdrawAll();
        else proposals.Take(compared.Pairs, compared.Scored);
        return proposals;
    }

    private static ParallelOptions Everywhere(CancellationToken ct) => new() { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
}

/// <param name="Tallies">By person.</param>
/// <param name="Added">Pairs proposed for the first time, not yet in any unit of work.</param>
internal sealed record ComparedChunk(IReadOnlyDictionary<Guid, MatchTally> Tallies, IReadOnlyList<CandidateMatch> Added);
