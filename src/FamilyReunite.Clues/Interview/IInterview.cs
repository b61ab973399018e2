using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Interview;

/// <summary>Says what to ask next. Pure and thread-safe. Answers are read by <see cref="IAnswerReader"/>, which the same object is.</summary>
public interface IInterview
{
    /// <summary>The questions with the most information to be expected from the present belief, best first, of mixed topics; fewer than <paramref name="top"/> when no more are worth asking.</summary>
    /// <param name="asked">Ids of questions that were put already, whatever came of them.</param>
    /// <param name="means">How the person can answer: what they cannot answer is not proposed.</param>
    IReadOnlyList<ProposedQuestion> Next(HomeDistribution now, IReadOnlySet<string> asked, InterviewMeans means, int top);
}
