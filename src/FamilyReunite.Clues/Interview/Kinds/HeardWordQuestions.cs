using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Local words read out to people who understand but do not speak; ids are <c>heard:QUESTION/WORD</c>.</summary>
internal sealed class HeardWordQuestions(WordQuestions words) : IWayOfAsking
{
    private const string Prefix = "heard:";

    public IEnumerable<Proposal> Propose(Situation situation)
    {
        var chance = AnswerTrust.Chance(QuestionKind.HeardWord, situation.Means, cards: false);
        if (situation.Means != InterviewMeans.Understands) yield break;
        foreach (var ready in words.Asked)
        {
            var q = ready.Question;
            if (situation.Asked.Contains(q.Id)) continue;
            var mass = ready.Model.ByClass(situation.Belief);
            var best = ready.Words.Select((w, i) => (Word: w, Id: $"{Prefix}{q.Id}/{w}", At: i)).Where(x => !q.Common.Contains(x.Word) && !situation.Asked.Contains(x.Id))
                .Select(x => (x.Word, x.Id, Bits: chance * ready.Model.KnownInformation(mass, x.At))).MaxBy(x => x.Bits);
            if (best.Id is null) continue;
            yield return new Proposal(best.Bits, q.Topic, nameof(QuestionKind.Word), () => new ProposedQuestion(best.Id, QuestionKind.HeardWord, q.Topic, Text(q.Topic, best.Word), Options, [], best.Bits));
        }
    }

    /// <summary>The question of the bank that a word read out belongs to; any other id as it is.</summary>
    public static string QuestionOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && id.IndexOf('/', StringComparison.Ordinal) is > 0 and var cut ? id[Prefix.Length..cut] : id;

    public HomeClue? Read(HomeAnswer answer)
    {
        var cut = answer.Question.IndexOf('/', StringComparison.Ordinal);
        if (cut < 0 || !answer.Question.StartsWith(Prefix, StringComparison.Ordinal) || answer.Option is not (ProposedOption.Yes or ProposedOption.No)) return null;
        var word = answer.Question[(cut + 1)..];
        if (words.At(QuestionOf(answer.Question)) is not { } ready || Array.IndexOf(ready.Words, word) is not (>= 0 and var at)) return null;
        var known = answer.Option == ProposedOption.Yes;
        var reading = known ? new Wording($"听得懂“{word}”（{ready.Question.Topic}）", $"knows “{word}” ({ready.Question.Topic})") : new Wording($"不懂“{word}”（{ready.Question.Topic}）", $"does not know “{word}” ({ready.Question.Topic})");
        return AnswerClue.Of(answer.Words ?? word, reading, ready.Model.KnownRatio(at, known));
    }

    private static Wording Text(string topic, string word) => new($"念“{word}”：您家里把{topic}叫这个吗？", $"Say “{word}”: is that what they call {topic} at home?");

    private static IReadOnlyList<ProposedOption> Options { get; } =
        [new(ProposedOption.Yes, new Wording("是（点头）", "Yes (nods)"), null), new(ProposedOption.No, new Wording("不是（摇头）", "No (shakes head)"), null), BankOptions.NoReaction];
}
