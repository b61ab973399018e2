namespace FamilyReunite.Matching.Tests.Comparison;

public sealed class PlaceComparatorTests
{
    [Theory]
    [InlineData("511324", "511324", AgreementLevel.Exact)]
    [InlineData("5113", "511324", AgreementLevel.Strong)]
    [InlineData("51", "511324", AgreementLevel.Partial)]
    [InlineData("23", "511324", AgreementLevel.Conflict)]
    [InlineData("512022", "511324", AgreementLevel.Weak)]
    public void Home_Level(string person, string report, AgreementLevel level) => Assert.Equal(level, Sample.Level("home",
        Sample.Person with { Homes = [Sample.Place(person, "自述")] }, Sample.Report with { Homes = [Sample.Place(report, "登记")] }));

    [Fact]
    public void Home_ManyReadings_CountLessThanOne()
    {
        var report = Sample.Report with { Homes = [Sample.Place("511324", "登记")] };
        var certain = Sample.Level("home", Sample.Person with { Homes = [Sample.Place("511324", "仪陇", 1)] }, report);
        var doubtful = Sample.Level("home", Sample.Person with { Homes = [Sample.Place("511324", "仪陇", 0.05, heard: true), Sample.Place("230109", "仪陇", 0.4, heard: true)] }, report);

        Assert.True(doubtful < certain);
        Assert.NotEqual(AgreementLevel.Conflict, doubtful);
    }

    [Fact]
    public void Home_OneOfTwoStatementsFits_IsNoConflict() => Assert.True(Sample.Level("home",
        Sample.Person with { Homes = [Sample.Place("23", "黑龙江"), Sample.Place("511324", "四川省南充市仪陇县")] }, Sample.Report with { Homes = [Sample.Place("511324", "登记")] }) >= AgreementLevel.Strong);

    [Theory]
    [InlineData("511324", 0.9, "same")]
    [InlineData("511324", 0.1, "close")]
    [InlineData("5113", 0.5, "close")]
    [InlineData("230109", 0.9, "elsewhere")]
    public void Home_UnderTheBelief_CountsWhatIsBelievedOfTheReportedHome(string report, double believed, string step) => Assert.Equal(step, Sample.Step("home",
        Sample.Person with { HomeBelief = Sample.Belief("511324", believed) }, Sample.Report with { Homes = [Sample.Place(report, "登记")] }));

    [Fact]
    public void Home_BeliefWithoutAReportedHome_HasNothingToCompare() =>
        Assert.Equal("nothing", Sample.Step("home", Sample.Person with { HomeBelief = Sample.Belief("511324", 0.9) }, Sample.Report));

    [Theory]
    [InlineData("竹装", "四川省南充市仪陇县长安乡竹庄", "close")]
    [InlineData("芜湖村", "四川省南充市仪陇县长安乡五福村", "close")]
    [InlineData("北楼", "四川省南充市仪陇县长安乡竹庄", "unlike")]
    public void Village_HeardWords_AreSoughtInTheReportedHome(string heard, string written, string step) => Assert.Equal(step, Sample.Step("village",
        Sample.Person with { Homes = [Sample.Place("51", heard, 0.2, heard: true)] }, Sample.Report with { Homes = [Sample.Place("511324", written)] }));

    [Fact]
    public void Village_BothWrittenDownToTheCounty_NothingToCompare() => Assert.Equal("nothing", Sample.Step("village",
        Sample.Person with { Homes = [Sample.Place("511324", "四川省南充市仪陇县")] }, Sample.Report with { Homes = [Sample.Place("511324", "四川省南充市仪陇县长安乡竹庄")] }));

    [Theory]
    [InlineData("511324", "511324", "county")]
    [InlineData("511324", "5113", "prefecture")]
    [InlineData("511324", "51", "province")]
    [InlineData("511324", "500118", "region")]
    [InlineData("511324", "230109", "elsewhere")]
    public void LastPlace_Step(string found, string missing, string step) => Assert.Equal(step, Sample.Step("last-place",
        Sample.Person with { LastPlaces = [Sample.Place(found, "路口")] }, Sample.Report with { LastPlaces = [Sample.Place(missing, "家中")] }));

    [Theory]
    [InlineData("四川话", "511324", AgreementLevel.Strong)]
    [InlineData("北方口音", "511324", AgreementLevel.Conflict)]
    [InlineData("普通话", "511324", AgreementLevel.NothingToCompare)]
    public void Speech_BesideReportedHome_Level(string speech, string home, AgreementLevel level) => Assert.Equal(level, Sample.Level("speech",
        Sample.Person with { Languages = [speech] }, Sample.Report with { Homes = [Sample.Place(home, "登记")] }));
}
