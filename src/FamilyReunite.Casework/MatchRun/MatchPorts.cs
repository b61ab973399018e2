using FamilyReunite.Casework.Indexing;
using FamilyReunite.Domain;
using FamilyReunite.Matching;
using FamilyReunite.Search;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Where the pair scorer comes from. Everything but matching works without one.</summary>
public interface IScorerSource
{
    /// <summary>Why the shipped model was refused; empty when it holds.</summary>
    IReadOnlyList<Problem> Refused { get; }

    /// <summary>Asked for only while nothing is refused.</summary>
    IPairScorer Scorer { get; }
}

/// <summary>The scorer of the model that was loaded at start.</summary>
internal sealed class LoadedScorerSource(LoadedPairModel model, IServiceProvider services) : IScorerSource
{
    public IReadOnlyList<Problem> Refused => model.Outcome.Problems;

    public IPairScorer Scorer => services.GetRequiredService<IPairScorer>();
}

/// <summary>The open index and the scorer: what a comparison needs.</summary>
internal sealed record MatchPorts(ICandidateIndex Index, IPairScorer Scorer);

/// <summary>Opens both, or says which one stands in the way.</summary>
internal sealed class MatchPortsSource(IIndexSource indexes, IScorerSource scorers)
{
    public Outcome<MatchPorts> Open()
    {
        var open = indexes.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        return scorers.Refused.Count > 0 ? scorers.Refused.ToArray() : new MatchPorts(index, scorers.Scorer);
    }
}
