using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Questions of the bank of one kind, each with its likelihoods worked out once while the bank stays as it is.</summary>
internal abstract class BankQuestions<T>(IQuestionBank bank, QuestionKind kind) : IWayOfAsking where T : BankQuestions<T>.Ready
{
    private volatile Compiled? _compiled;

    public IEnumerable<Proposal> Propose(Situation situation)
    {
        foreach (var ready in All.Questions)
        {
            var q = ready.Question;
            var chance = AnswerTrust.Chance(kind, situation.Means, q.Options.Count > 0 && q.Options.All(o => o.Card is not null));
            if (chance <= 0 || situation.Asked.Contains(q.Id)) continue;
            var bits = chance * ready.Model.Information(situation.Belief);
            yield return new Proposal(bits, q.Topic, kind.ToString(), () => new ProposedQuestion(q.Id, kind, q.Topic, q.Text, [.. Options(ready), NoReaction], Words(ready, situation), bits));
        }
    }

    public abstract HomeClue? Read(HomeAnswer answer);

    /// <summary>Question by id; null when the bank has none of this kind.</summary>
    protected T? Find(string id) => All.ById.GetValueOrDefault(id);

    protected IReadOnlyList<T> Questions => All.Questions;

    protected abstract T Compile(BankQuestion question);

    protected abstract IEnumerable<ProposedOption> Options(T ready);

    protected virtual IReadOnlyList<string> Words(T ready, Situation situation) => [];

    internal static ProposedOption NoReaction { get; } = new(HomeAnswer.NoReaction, new Wording("没有反应", "No reaction"), null);

    private Compiled All
    {
        get
        {
            var questions = bank.Questions;
            if (_compiled is { } known && ReferenceEquals(known.From, questions)) return known;
            var ready = questions.Where(q => q.Kind == kind).Select(q => Find(q) ?? Compile(q)).ToList();
            return _compiled = new Compiled(questions, ready, ready.ToDictionary(r => r.Question.Id, StringComparer.Ordinal));
        }
    }

    private T? Find(BankQuestion question) => _compiled?.ById.GetValueOrDefault(question.Id) is { } known && ReferenceEquals(known.Question, question) ? known : null;

    /// <summary>A question with its likelihoods.</summary>
    internal abstract record Ready(BankQuestion Question, AnswerModel Model);

    private sealed record Compiled(IReadOnlyList<BankQuestion> From, List<T> Questions, Dictionary<string, T> ById);
}
