using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Interview;

/// <summary>Eight questions that the software asks tell more than eight of the same bank by lot.</summary>
public sealed class InterviewSimulationTests
{
    private const int People = 40, Questions = 8;

    private static readonly InMemoryQuestionBank Bank = new();
    private static readonly HomeInterview Interview = new(Bank);
    private static readonly HomeFinder Finder = new(new PlaceResolver(), Interview);
    private static readonly Dictionary<string, BankQuestion> ById = Bank.Questions.ToDictionary(q => q.Id);

    [Fact]
    public void Next_EightQuestions_TellMoreThanEightByLot()
    {
        var chosen = new List<double>();
        var byLot = new List<double>();
        foreach (var home in Homes())
        {
            chosen.Add(Told(home, (now, asked, _) => Interview.Next(now, asked, InterviewMeans.Speaks, 1)[0].Id));
            byLot.Add(Told(home, (_, asked, chance) => Bank.Questions.Select(q => q.Id).Where(id => !asked.Contains(id)).OrderBy(_ => chance.Next()).First()));
        }
        var (a, b) = (Median(chosen), Median(byLot));

        Assert.True(a > 1.5 * b && a > 0.35, $"chosen {a:0.000}, by lot {b:0.000}");
        Assert.True(chosen.Zip(byLot).Count(x => x.First > x.Second) > People * 0.6);
    }

    /// <summary>Belief in the true province after the questions.</summary>
    private static double Told(int home, Func<HomeDistribution, IReadOnlySet<string>, Random, string> ask)
    {
        var chance = new Random(home);
        var person = new SimulatedPerson(home, chance, ById);
        var asked = new HashSet<string>();
        var answers = new List<HomeAnswer>();
        var now = Finder.Find(new HomeCase());
        while (asked.Count < Questions)
        {
            var id = ask(now, asked, chance);
            asked.Add(id);
            answers.Add(person.Answer(id));
            now = Finder.Find(new HomeCase { Answers = answers });
        }
        return now.Of(CountySet.All[home].Code.At(DivisionLevel.Province));
    }

    /// <summary>Counties of people drawn by their shares.</summary>
    private static IEnumerable<int> Homes()
    {
        var chance = new Random(20);
        for (var n = 0; n < People; n++)
        {
            var at = chance.NextDouble();
            var i = 0;
            while (i < CountySet.All.Count - 1 && (at -= CountySet.All[i].Share) > 0) i++;
            yield return i;
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
