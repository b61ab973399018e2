using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Interview;

/// <summary>What is believed and what was asked when the next question is sought.</summary>
internal sealed class Situation(HomeDistribution now, IReadOnlySet<string> asked, InterviewMeans means)
{
    public HomeDistribution Now => now;

    public IReadOnlySet<string> Asked => asked;

    public InterviewMeans Means => means;

    /// <summary>By position in <see cref="CountySet.All"/>.</summary>
    public double[] Belief { get; } = [.. now.Probabilities];
}
