using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Tests.Linkage;

public sealed class ColumnTests
{
    [Fact]
    public void Of_NamedColumns_AreRecognisedInBothLanguages()
    {
        var english = ColumnGuess.Of(Read("Unique_ID,First Name,LAST-NAME,dob,gender,e-mail,cluster\n1,ann,lee,1980-01-02,f,a@b.c,7\n2,bob,kay,1981-01-02,m,b@b.c,8\n"));
        Assert.Equal("Unique_ID", english.Id);
        Assert.Equal([ColumnKind.GivenName, ColumnKind.Surname, ColumnKind.BirthDate, ColumnKind.Sex, ColumnKind.Text], english.Columns.Select(c => c.Kind));
        var chinese = ColumnGuess.Of(Read("编号;姓名;性别;身份证号\nx1;张伟;男;110101\nx2;李四;女;110102\n"));
        Assert.Equal("编号", chinese.Id);
        Assert.Equal([ColumnKind.FullName, ColumnKind.Sex, ColumnKind.IdNumber], chinese.Columns.Select(c => c.Kind));
    }

    [Fact]
    public void Of_UnnamedColumns_AreRecognisedByContent()
    {
        var map = ColumnGuess.Of(Read("a,b,c\n1980-02-03,m,x@y.org\n1981-02-03,f,z@y.org\n"));
        Assert.Equal([ColumnKind.BirthDate, ColumnKind.Sex, ColumnKind.Text], map.Columns.Select(c => c.Kind));
    }

    [Theory]
    [InlineData("", "link.file-empty")]
    [InlineData("a,b\n", "link.no-rows")]
    [InlineData("a,a\n1,2\n", "link.columns-twice")]
    [InlineData("a,b\n1,2,3\n", "link.row-cells")]
    [InlineData("a,b\n1,\"2\n", "link.quote-open")]
    public void Read_BadCsv_NamesWhatIsWrong(string text, string code) => Assert.Equal(code, CsvText.Read("f.csv", text).Problems.Single().Code);

    [Fact]
    public void Read_QuotesSeparatorsAndMark_AreUnderstood()
    {
        var file = Read("\uFEFFid; name \r\n1;\"Lee; \"\"Ann\"\"\"\r\n2; Kay\r\n");
        Assert.Equal(["id", "name"], file.Columns);
        Assert.Equal(["Lee; \"Ann\"", "Kay"], file.Rows.Select(r => r[1]));
    }

    [Theory]
    [InlineData("[]", "link.map-form")]
    [InlineData("{\"columns\":{}}", "link.map-empty")]
    [InlineData("{\"columns\":{\"a\":\"colour\"}}", "link.map-kind")]
    public void Read_BadMap_NamesWhatIsWrong(string json, string code) => Assert.Equal(code, MapText.Read(json).Problems.Single().Code);

    [Fact]
    public void Read_Map_TakesKindsAndFormats()
    {
        var map = MapText.Read("""{"id":"nr","columns":{"dob":{"kind":"birth-date","format":"yyyyMMdd"},"n":"full_name"}}""").Value!;
        Assert.Equal(("nr", new MappedColumn("dob", ColumnKind.BirthDate, "yyyyMMdd"), ColumnKind.FullName), (map.Id, map.Columns[0], map.Columns[1].Kind));
    }

    private static PersonFile Read(string text) => CsvText.Read("f.csv", text).Value!;
}
