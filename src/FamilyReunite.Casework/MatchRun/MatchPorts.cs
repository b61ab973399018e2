using FamilyReunite.Casework.Indexing;
using FamilyReunite.Domain;
using FamilyReunite.Matching;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Where the pair scorer comes from. Everything but matching works without one.</summary>
public interface IScorerSource
{
    /// <returns>The scorer of the model in force now, or why there is none.</returns>
    Task<Outcome<IPairScorer>> OpenAsync(CancellationToken ct);
}

/// <summary>The open index and the scorer: what a comparison needs.</summary>
internal sealed record MatchPorts(ICandidateIndex Index, IPairScorer Scorer);

/// <summary>Opens both, or says which one stands in the way.</summary>
internal sealed class MatchPortsSource(IIndexSource indexes, IScorerSource scorers)
{
    public async Task<Outcome<MatchPorts>> OpenAsync(CancellationToken ct)
    {
        var open = indexes.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        var scorer = await scorers.OpenAsync(ct);
        return scorer.Value is { } s ? new MatchPorts(index, s) : scorer.Problems.ToArray();
    }
}
