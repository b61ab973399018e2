using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Cards laid out side by side: the person points at what is like home, or at what looks nice.</summary>
internal sealed class PictureQuestions(IQuestionBank bank) : BankOptions(bank, QuestionKind.Pictures)
{
    protected override (List<ProposedOption>, double[][]) Answers(BankQuestion question, double[][] truth)
    {
        var likelihood = Array.ConvertAll(truth, _ => Belief.Empty());
        var random = AnswerTrust.PointedAtRandom / truth.Length;
        for (var c = 0; c < likelihood[0].Length; c++)
        {
            var sum = truth.Sum(t => t[c]);
            for (var o = 0; o < truth.Length; o++) likelihood[o][c] = random + (1 - AnswerTrust.PointedAtRandom) * (sum > 0 ? truth[o][c] / sum : 1.0 / truth.Length);
        }
        return (Offered(question), likelihood);
    }
}
