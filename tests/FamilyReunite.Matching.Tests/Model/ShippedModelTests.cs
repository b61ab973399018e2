using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Tests.Model;

public sealed class ShippedModelTests
{
    private static readonly IPlaceResolver Places = new PlaceResolver();
    private static readonly PairModel Model = new PairModelLoader(Places).Load(MatchingRegistration.ShippedModels).Value!;
    private static readonly LogisticPairScorer Scorer = new(Model, Places);
    private static readonly List<MatchScore> Scores = ScoreAll();

    [Fact]
    public void Verify_Zip_IsTheModelThatScores() => Assert.InRange(new PairModelVerifier(Places).Verify(MatchingRegistration.ShippedModels).Value, 0, PairModelVerifier.Tolerance);

    [Fact]
    public void Card_Depth_IsTheOneThatTheMatchRunRetrieves()
    {
        using var card = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(MatchingRegistration.ShippedModels, Model.Version, "card.json")));

        Assert.Equal(RetrievalDepth.Reports, card.RootElement.GetProperty("training").GetProperty("candidatesPerPerson").GetInt32());
    }

    [Fact]
    public void Weights_EverySign_MakesSense() => FittedModelTests.AssertSigns(Model);

    [Fact]
    public void Score_AnyPair_IsThePriorAndItsBars() =>
        Assert.All(Scores, s => Assert.Equal(s.Prior + s.Evidence.Sum(e => e.Weight), s.Score, 1e-9));

    [Fact]
    public void Score_Probability_RisesWithTheScore()
    {
        var byScore = Scores.OrderBy(s => s.Score).Select(s => s.Probability).ToList();

        Assert.Equal(byScore.Order(), byScore);
        Assert.All(byScore, p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void Score_NothingToCompare_WeighsExactlyZeroAndIsListed()
    {
        var nothing = Scores.SelectMany(s => s.Evidence).Where(e => e.Level == AgreementLevel.NothingToCompare).ToList();

        Assert.NotEmpty(nothing);
        Assert.All(nothing, e => Assert.Equal(0.0, e.Weight));
        Assert.All(Scores, s => Assert.Equal(new FeatureSet(Places).Comparators.Select(c => c.Feature), s.Evidence.Select(e => e.Feature)));
    }

    [Fact]
    public void LogOdds_AnyPair_IsTheScore()
    {
        var (persons, reports) = Population();

        foreach (var (s, i) in Scores.Select((s, i) => (s, i)).Take(200)) Assert.Equal(s.Score, Scorer.LogOdds(persons[i / reports.Length], reports[i % reports.Length]), 1e-12);
    }

    [Fact]
    public void Score_OwnReport_StandsFarAboveStrangers()
    {
        var population = new Simulator().Create(new(41, 60, 60, 1, SimulationProfile.Evaluation));
        var reader = new ClueReader(Places);
        var reports = population.Missing.ToDictionary(r => r.Id, reader.Read);
        var wins = population.TruePairs.Count(t =>
        {
            var person = reader.Read(population.Stranded.Single(p => p.Id == t.PersonId));
            return reports.Count(r => Scorer.LogOdds(person, r.Value) > Scorer.LogOdds(person, reports[t.ReportId])) < 3;
        });

        Assert.True(wins > 45, $"{wins} of {population.TruePairs.Count}");
    }

    private static (ClueSet[] Persons, ClueSet[] Reports) Population()
    {
        var population = new Simulator().Create(new(40, 40, 60, .5, SimulationProfile.Evaluation));
        var reader = new ClueReader(Places);
        return ([.. population.Stranded.Select(reader.Read)], [.. population.Missing.Select(reader.Read)]);
    }

    private static List<MatchScore> ScoreAll()
    {
        var (persons, reports) = Population();
        return [.. persons.SelectMany(p => reports.Select(r => Scorer.Score(p, r)))];
    }
}
