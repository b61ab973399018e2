using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Questions with yes and no, asked or shown on one card.</summary>
internal sealed class YesNoQuestions(IQuestionBank bank) : BankOptions(bank, QuestionKind.YesNo)
{
    protected override (List<ProposedOption>, double[][]) Answers(BankQuestion question, double[][] truth)
    {
        var yes = Array.ConvertAll(truth[0], t => AnswerTrust.YesWhenNot + (AnswerTrust.YesWhenTrue - AnswerTrust.YesWhenNot) * t);
        return ([.. Offered(question), new(ProposedOption.No, new Wording("不是、没有", "No"), null)], [yes, Array.ConvertAll(yes, p => 1 - p)]);
    }
}
