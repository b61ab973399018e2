using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Questions with a few answers to choose from, and "something else".</summary>
internal sealed class ChoiceQuestions(IQuestionBank bank) : BankOptions(bank, QuestionKind.Choice)
{
    protected override (List<ProposedOption>, double[][]) Answers(BankQuestion question, double[][] truth)
    {
        var (likelihood, others) = (Array.ConvertAll(truth, _ => Belief.Empty()), Belief.Empty());
        var random = AnswerTrust.ChosenAtRandom / truth.Length;
        for (var c = 0; c < others.Length; c++)
        {
            var sum = truth.Sum(t => t[c]);
            for (var o = 0; o < truth.Length; o++) likelihood[o][c] = random + (1 - AnswerTrust.ChosenAtRandom) * truth[o][c] / Math.Max(1, sum);
            others[c] = (1 - AnswerTrust.ChosenAtRandom) * Math.Max(0, 1 - sum);
        }
        return ([.. Offered(question), new(ProposedOption.Other, new Wording("别的", "Something else"), null)], [.. likelihood, others]);
    }
}
