using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Tests.Simulation;

public sealed class ParameterTests
{
    [Fact]
    public void Rows_EachHasASourceAndAKnownMark()
    {
        Assert.NotEmpty(SimulationParameters.Rows);
        Assert.All(SimulationParameters.Rows, r => Assert.Contains(r.Mark, new[] { "read", "published", "estimated" }));
        Assert.All(SimulationParameters.Rows, r => Assert.False(string.IsNullOrWhiteSpace(r.Source)));
    }

    [Fact]
    public void Rows_TrainingAndEvaluation_DifferInRates() =>
        Assert.True(SimulationParameters.Rows.Count(r => r.Group == "rate" && r.Training != r.Evaluation) > 25);

    [Theory]
    [InlineData("zhi", "zh", "ɨ")]
    [InlineData("yuan", "", "van")]
    [InlineData("ju", "j", "v")]
    [InlineData("you", "", "iu")]
    [InlineData("wang", "", "uang")]
    [InlineData("li", "l", "i")]
    [InlineData("er", "", "er")]
    public void Split_Syllable_AsTheConfusionTableSpells(string syllable, string initial, string final)
    {
        Assert.Equal((initial, final), Syllables.Split(syllable));
        Assert.Equal(syllable, Syllables.Compose(initial, final));
    }

    [Theory]
    [InlineData(Sex.Male, 6, 2018, 112, 124)]
    [InlineData(Sex.Female, 12, 2012, 148, 157)]
    [InlineData(Sex.Male, 30, 1995, 168, 177)]
    [InlineData(Sex.Female, 75, 1948, 150, 158)]
    public void HeightCm_MeanPerson_IsPlausible(Sex sex, double age, int born, double low, double high) =>
        Assert.InRange(new Growth(SimulationParameters.For(SimulationProfile.Training)).HeightCm(sex, age, born, 0), low, high);

    [Fact]
    public void Marks_EveryDrawnMark_CanBeSaid()
    {
        var body = new Body(SimulationParameters.For(SimulationProfile.Evaluation));
        var random = new Random(5);
        var words = Enumerable.Range(0, 2000).Select(_ => body.Words(body.Draw(random), random)).ToList();

        Assert.All(words, w => Assert.DoesNotContain("{", w, StringComparison.Ordinal));
        Assert.All(words, w => Assert.NotEmpty(w));
    }
}
