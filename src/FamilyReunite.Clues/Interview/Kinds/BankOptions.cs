using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Questions of the bank whose answers are listed.</summary>
internal abstract class BankOptions(IQuestionBank bank, QuestionKind kind) : BankQuestions<BankOptions.OptionReady>(bank, kind)
{
    public override HomeClue? Read(HomeAnswer answer)
    {
        if (answer.Option == HomeAnswer.NoReaction || Find(answer.Question) is not { } ready) return null;
        var at = ready.Options.FindIndex(o => o.Id == answer.Option);
        if (at < 0 && answer is { Option: ProposedOption.Said, Words: { } words }) at = ready.Options.FindIndex(o => o.Text.Zh.Split('、').Any(w => words.Contains(w, StringComparison.Ordinal)));
        if (at < 0) return null;
        var weights = new double[ready.Options.Count];
        weights[at] = 1;
        var (text, option) = (ready.Question.Text, ready.Options[at].Text);
        return AnswerClue.Of(answer.Words ?? option.Zh, new Wording($"问“{text.Zh}”，答“{option.Zh}”", $"asked “{text.En}”, answered “{option.En}”"), ready.Model.Ratio(weights));
    }

    protected override IEnumerable<ProposedOption> Options(OptionReady ready) => ready.Options;

    protected override OptionReady Compile(BankQuestion question)
    {
        var truth = question.Options.Select(o => o.From.Spread()).ToArray();
        var (options, likelihood) = Answers(question, truth);
        return new OptionReady(question, new AnswerModel(AnswerModel.Doubted(likelihood, AnswerTrust.In(question.Reliability))), options);
    }

    /// <summary>The answers offered, and P(answer | home) by answer, then county; the answers of a county sum to 1.</summary>
    /// <param name="truth">P(option is true of a home) by option, then county.</param>
    protected abstract (List<ProposedOption> Options, double[][] Likelihood) Answers(BankQuestion question, double[][] truth);

    protected static List<ProposedOption> Offered(BankQuestion question) => [.. question.Options.Select(o => new ProposedOption(o.Id, o.Text, o.Card))];

    /// <param name="Options">In the order of the model's answers.</param>
    internal sealed record OptionReady(BankQuestion Question, AnswerModel Model, List<ProposedOption> Options) : Ready(Question, Model);
}
