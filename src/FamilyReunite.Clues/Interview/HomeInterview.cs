using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Clues.Interview.Kinds;

namespace FamilyReunite.Clues.Interview;

/// <summary>Chooses among all ways of asking, and reads their answers. Thread-safe; likelihoods are worked out at the first use.</summary>
public sealed class HomeInterview : IInterview, IAnswerReader
{
    /// <summary>What a question is worth less for each one of its topic, and of its field, chosen before it: they tell the same again in part. Estimated.</summary>
    private const double SameTopic = 0.3, SameField = 0.8;

    /// <summary>Bits below which a question is not worth a person's patience.</summary>
    private const double LeastBits = 0.002;

    private readonly IQuestionBank _bank;
    private readonly IWayOfAsking[] _ways;

    public HomeInterview(IQuestionBank bank)
    {
        _bank = bank;
        var words = new WordQuestions(bank);
        _ways = [words, new HeardWordQuestions(words), new ChoiceQuestions(bank), new YesNoQuestions(bank), new PictureQuestions(bank), new NameQuestions()];
    }

    public IReadOnlyList<ProposedQuestion> Next(HomeDistribution now, IReadOnlySet<string> asked, InterviewMeans means, int top)
    {
        var situation = new Situation(now, asked, means);
        var open = _ways.SelectMany(w => w.Propose(situation)).Where(p => p.Bits >= LeastBits).ToList();
        var chosen = new List<Proposal>();
        var before = Topics(asked);
        while (chosen.Count < top && open.Count > 0)
        {
            var best = open.MaxBy(p => p.Bits * Math.Pow(SameTopic, before[p.Topic].Count() + chosen.Count(c => c.Topic == p.Topic)) * Math.Pow(SameField, chosen.Count(c => c.Field == p.Field)))!;
            chosen.Add(best);
            open.Remove(best);
        }
        return chosen.ConvertAll(p => p.Write());
    }

    /// <summary>Topics that were asked about, each as often as it was.</summary>
    private ILookup<string, string> Topics(IReadOnlySet<string> asked)
    {
        var of = asked.Select(HeardWordQuestions.QuestionOf).ToLookup(id => id, StringComparer.Ordinal);
        return _bank.Questions.SelectMany(q => of[q.Id].Select(_ => q.Topic)).ToLookup(t => t, StringComparer.Ordinal);
    }

    public HomeClue? Read(HomeAnswer answer) => _ways.Select(w => w.Read(answer)).FirstOrDefault(c => c is not null);
}
