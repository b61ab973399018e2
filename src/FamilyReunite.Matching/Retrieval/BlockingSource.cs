using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Retrieval;

/// <summary>A plain candidate source: reports that share keys, the rarer the key the more it counts; the other sex is left out. Stands in where no index is at hand.</summary>
public sealed class BlockingSource : ICandidateSource
{
    private readonly Dictionary<string, List<int>> _reportsByKey = new(StringComparer.Ordinal);
    private IReadOnlyList<ReadRecord> _reports = [];

    public Task FillAsync(IReadOnlyList<ReadRecord> reports, CancellationToken ct)
    {
        _reports = reports;
        for (var i = 0; i < reports.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var key in BlockingKeys.Of(reports[i].Clues))
            {
                if (!_reportsByKey.TryGetValue(key, out var list)) _reportsByKey[key] = list = [];
                list.Add(i);
            }
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Guid>> FindAsync(ReadRecord person, int limit, CancellationToken ct)
    {
        var scores = new double[_reports.Count];
        foreach (var key in BlockingKeys.Of(person.Clues).Order(StringComparer.Ordinal))
        {
            if (!_reportsByKey.TryGetValue(key, out var list)) continue;
            var weight = Math.Log((1.0 + _reports.Count) / list.Count);
            foreach (var i in list) scores[i] += weight;
        }
        var sex = person.Clues.Sex;
        IReadOnlyList<Guid> best = [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0 && (sex == Sex.Unknown || _reports[i].Clues.Sex is Sex.Unknown || _reports[i].Clues.Sex == sex))
            .OrderByDescending(i => scores[i]).ThenBy(i => _reports[i].Id).Take(limit).Select(i => _reports[i].Id)];
        return Task.FromResult(best);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
