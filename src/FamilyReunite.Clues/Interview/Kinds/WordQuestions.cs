using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>"What do you call this?": what was said is matched by sound with the known words.</summary>
internal sealed class WordQuestions(IQuestionBank bank) : BankQuestions<WordQuestions.WordReady>(bank, QuestionKind.Word)
{
    /// <summary>Words offered to pick from.</summary>
    private const int MostWords = 12;

    public IEnumerable<WordReady> Asked => Questions;

    public WordReady? At(string id) => Find(id);

    public override HomeClue? Read(HomeAnswer answer)
    {
        if (answer.Option == HomeAnswer.NoReaction || string.IsNullOrWhiteSpace(answer.Words) || Find(answer.Question) is not { } ready) return null;
        if (HeardWordFit.Of(answer.Words, ready.Words) is not { } fit) return null;
        var likeliest = ready.Words[Array.IndexOf(fit, fit.Take(ready.Words.Length).Max())];
        var (zh, en) = answer.Words.Trim() == likeliest ? ("", "") : ($"（似“{likeliest}”）", $" (like “{likeliest}”)");
        var topic = ready.Question.Topic;
        return AnswerClue.Of(answer.Words, new Wording($"把{topic}叫“{answer.Words.Trim()}”{zh}", $"calls {topic} “{answer.Words.Trim()}”{en}"), ready.Model.Ratio(fit));
    }

    protected override WordReady Compile(BankQuestion question)
    {
        var (words, likelihood) = WordLikelihood.Of(question);
        return new WordReady(question, new AnswerModel(likelihood), words);
    }

    protected override IEnumerable<ProposedOption> Options(WordReady ready) => [new(ProposedOption.Said, new Wording("说了（记下原话）", "Said (write it down)"), null)];

    protected override IReadOnlyList<string> Words(WordReady ready, Situation situation)
    {
        var chances = ready.Model.Chances(situation.Belief);
        return [.. ready.Words.Select((w, i) => (w, P: chances[i])).OrderByDescending(x => x.P).Take(MostWords).Select(x => x.w)];
    }

    /// <param name="Words">In the order of the model's answers; the model has one more, for other words.</param>
    internal sealed record WordReady(BankQuestion Question, AnswerModel Model, string[] Words) : Ready(Question, Model);
}
