using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Tests.Comparison;

public sealed class StoryComparatorTests
{
    [Theory]
    [InlineData(2020, 6, "impossible")]
    [InlineData(2025, 6, "days")]
    [InlineData(2026, 5, "year")]
    [InlineData(2030, 6, "years")]
    [InlineData(2045, 6, "long")]
    public void Time_FoundAfterMissingInJune2025_Step(int year, int month, string step) => Assert.Equal(step, Sample.Step("time",
        Sample.Person with { LastSeen = Sample.On(year, month, 5) }, Sample.Report with { LastSeen = Sample.On(2025) }));

    [Fact]
    public void Time_BornAfterTheOtherWentMissing_IsImpossible() => Assert.Equal("impossible", Sample.Step("time",
        Sample.Person with { LastSeen = Sample.On(2025), Births = [Sample.Guess(2012, 2014)] }, Sample.Report with { LastSeen = Sample.On(1985) }));

    [Theory]
    [InlineData("彝", "彝", AgreementLevel.Strong)]
    [InlineData("汉", "汉", AgreementLevel.Weak)]
    [InlineData("彝", "藏", AgreementLevel.Conflict)]
    public void Ethnicity_Level(string person, string report, AgreementLevel level) =>
        Assert.Equal(level, Sample.Level("ethnicity", Sample.Person with { Ethnicities = [person] }, Sample.Report with { Ethnicities = [report] }));

    [Theory]
    [InlineData(Relation.Father, "刘成森", Relation.Father, "刘成森", AgreementLevel.Exact)]
    [InlineData(Relation.Father, "刘成森", Relation.Mother, "刘成森", AgreementLevel.NothingToCompare)]
    [InlineData(Relation.Brother, "柳程森", Relation.ElderBrother, "刘成森", AgreementLevel.Exact)]
    [InlineData(Relation.Father, "刘成森", Relation.Father, "马海木呷", AgreementLevel.Conflict)]
    public void Family_RelationAndSound_Level(Relation r1, string n1, Relation r2, string n2, AgreementLevel level) =>
        Assert.Equal(level, Sample.Level("family", Sample.Person with { Family = [Relative(r1, n1)] }, Sample.Report with { Family = [Relative(r2, n2)] }));

    [Theory]
    [InlineData(2, 2, AgreementLevel.Partial)]
    [InlineData(1, 3, AgreementLevel.Conflict)]
    public void Family_Counts_Level(int mine, int theirs, AgreementLevel level) => Assert.Equal(level, Sample.Level("family",
        Sample.Person with { Family = [new FamilyClue(new FamilyMember(Relation.Son, null, mine), [])] }, Sample.Report with { Family = [new FamilyClue(new FamilyMember(Relation.Son, null, theirs), [])] }));

    [Theory]
    [InlineData(Disability.Deaf, Disability.Deaf, AgreementLevel.Strong)]
    [InlineData(Disability.Deaf, Disability.Mute, AgreementLevel.Partial)]
    [InlineData(Disability.Deaf, Disability.Memory, AgreementLevel.Conflict)]
    public void Disability_Level(Disability person, Disability report, AgreementLevel level) =>
        Assert.Equal(level, Sample.Level("disability", Sample.Person with { Disabilities = [person] }, Sample.Report with { Disabilities = [report] }));

    [Theory]
    [InlineData(3, AgreementLevel.Strong)]
    [InlineData(300, AgreementLevel.NothingToCompare)]
    public void Clothing_ComparedOnlyWhenTheGapIsShort(int days, AgreementLevel level) => Assert.Equal(level, Sample.Level("clothing",
        Sample.Person with { Clothing = ["黑色 棉衣"], LastSeen = new DaySpan(new DateOnly(2025, 1, 1).AddDays(days), new DateOnly(2025, 1, 1).AddDays(days)) },
        Sample.Report with { Clothing = ["黑色 棉衣"], LastSeen = Sample.On(2025, 1, 1) }));

    [Fact]
    public void Words_SharedBelonging_AgreesAndOthersSayNothingAgainst()
    {
        Assert.Equal("same", Sample.Step("belongings", Sample.Person with { Belongings = ["蓝色保温杯"] }, Sample.Report with { Belongings = ["保温杯"] }));
        Assert.Equal(AgreementLevel.Weak, Sample.Level("foods", Sample.Person with { Foods = ["酸菜"] }, Sample.Report with { Foods = ["面条"] }));
    }

    [Theory]
    [InlineData("4201", "0004201", "part")]
    [InlineData("19620304", "51132419620304", "same")]
    [InlineData("1234", "9876", "other")]
    public void Id_SharedRun_Step(string person, string report, string step) =>
        Assert.Equal(step, Sample.Step("id", Sample.Person with { IdFragments = [person] }, Sample.Report with { IdFragments = [report] }));

    [Fact]
    public void Family_ASecondBrotherOnOneSideOnly_TakesNothingAway()
    {
        var both = Sample.Step("family", Sample.Person with { Family = [Relative(Relation.Brother, "刘成森"), Relative(Relation.Brother, "刘海生")] }, Sample.Report with { Family = [Relative(Relation.Brother, "刘成森")] });

        Assert.Equal("same", both);
    }

    [Fact]
    public void Family_AnotherBrothersName_ConflictsLessThanAnotherFathers()
    {
        string Of(Relation r) => Sample.Step("family", Sample.Person with { Family = [Relative(r, "刘成森")] }, Sample.Report with { Family = [Relative(r, "马海木呷")] });

        Assert.Equal("off", Of(Relation.Brother));
        Assert.Equal("different", Of(Relation.Father));
    }

    [Theory]
    [InlineData("黑色 长裤", "alike")]
    [InlineData("粉色 连衣裙", "same")]
    public void Clothing_CommonGarment_CountsLessThanARareOne(string garment, string step) => Assert.Equal(step, Sample.Step("clothing",
        Sample.Person with { Clothing = [garment], LastSeen = Sample.On(2025, 1, 4) }, Sample.Report with { Clothing = [garment], LastSeen = Sample.On(2025, 1, 1) }));

    [Fact]
    public void Time_ReportedBirthAfterThePersonWasFound_IsImpossible() => Assert.Equal("impossible", Sample.Step("time",
        Sample.Person with { LastSeen = Sample.On(2015) }, Sample.Report with { LastSeen = new DaySpan(new DateOnly(2010, 1, 1), new DateOnly(2024, 1, 1)), Births = [Sample.Known(2018, 3, 4)] }));

    private static FamilyClue Relative(Relation relation, string name) => new(new FamilyMember(relation, name), CharacterReadings.OfText(name));
}
