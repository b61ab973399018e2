using FamilyReunite.Domain;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>The cluster did not do what was asked, where <see cref="ICandidateIndex"/> has no outcome to say so. Nothing is lost: the outbox keeps what was not taken in.</summary>
public sealed class ElasticException(Problem problem) : IOException($"Elasticsearch: {problem.Code}.")
{
    /// <summary>What is wrong and what to do.</summary>
    public Problem Problem { get; } = problem;

    internal static T Require<T>(Outcome<T> outcome) => outcome.Succeeded ? outcome.Value! : throw new ElasticException(outcome.Problems[0]);
}
