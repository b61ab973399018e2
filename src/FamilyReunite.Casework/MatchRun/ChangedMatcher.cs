using FamilyReunite.Casework.Indexing;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Matches what was saved a moment ago, in the background.</summary>
public sealed class ChangedMatcher
{
    private readonly MatchPortsSource _source;
    private readonly ConcernedPersons _concerned;
    private readonly MatchChunks _chunks;
    private readonly MatchOptions _options;

    internal ChangedMatcher(MatchPortsSource source, ConcernedPersons concerned, MatchChunks chunks, MatchOptions options) =>
        (_source, _concerned, _chunks, _options) = (source, concerned, chunks, options);

    /// <param name="changed">What <see cref="IndexFeeder.CatchUpAsync"/> said; street contacts are passed over.</param>
    /// <returns><c>index.locked</c> while another process holds the index, or why the pair model was refused.</returns>
    public async Task<Outcome<MatchTally>> MatchAsync(IReadOnlyList<ChangedRecord> changed, CancellationToken ct)
    {
        var open = await _source.OpenAsync(ct);
        if (open.Value is not { } ports) return open.Problems.ToArray();
        var concerned = await _concerned.OfAsync(ports, changed, ct);
        var sum = new MatchTally();
        foreach (var chunk in concerned.Keys.Order().Chunk(_options.ChunkSize))
        {
            var compared = await _chunks.CompareAsync(ports, new Comparison(chunk, concerned, new Dictionary<Guid, Shortlist>()), ct);
            sum += await _chunks.SaveAsync(ports, compared, "job:outbox", null, ct);
        }
        return sum;
    }
}
