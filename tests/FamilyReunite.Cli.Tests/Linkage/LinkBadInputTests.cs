using System.Globalization;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Linkage;

/// <summary>What cannot be linked is refused in words, in both languages, and nothing is written; what can be linked never says NaN.</summary>
public sealed class LinkBadInputTests : IDisposable
{
    private const string People = "id,name,dob\n1,ann lee,1980-01-02\n2,ann lea,1980-01-02\n3,bob ray,1971-05-06\n";
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("", null, null, null, "people.csv")]
    [InlineData("id,name\n", null, null, null, "people.csv")]
    [InlineData("id,name\n1,ann\n", null, null, null, "people.csv")]
    [InlineData("id,name,sex\n1,ann,f\n2,ann,f\n3,ann,f\n", null, null, null, "name")]
    [InlineData("id,name,dob\n1,ann lee,\n2,,\n3,,\n", null, null, null, "name, dob")]
    [InlineData("id,name,dob\n1,ann lee,1980-01-02\n2,ann lee,1980-01-02\n", null, null, null, "name, dob")]
    [InlineData("id,name,dob\n1,ann lee\n2,bob,1980-01-02,x\n", null, null, null, "2")]
    [InlineData("id,name\n1,\"ann\n2,bob\n", null, null, null, "people.csv")]
    [InlineData("id,name\n1,ann\n1,bob\n", null, """{"id":"id","columns":{"name":"full-name"}}""", null, "id")]
    [InlineData(People, null, """{"id":"id","columns":{"nom":"full-name"}}""", null, "nom")]
    [InlineData(People, null, """{"id":"id","columns":{"name":"naam"}}""", null, "naam")]
    [InlineData(People, null, """{"id":"id","columns":{}}""", null, null)]
    [InlineData(People, null, "no map", null, null)]
    [InlineData(People, "left,right\n1,2\n1,99\n", null, null, "99")]
    [InlineData(People, "left\n1\n", null, null, "gold.csv")]
    [InlineData(People, null, null, "left,right,label\n1,2,perhaps\n", "perhaps")]
    [InlineData(People, null, null, "left,right,label\n1,77,1\n", "77")]
    public async Task Link_BadInput_IsSaidInBothLanguagesAndNothingIsWritten(string people, string? gold, string? map, string? labels, string? named)
    {
        List<string> words = ["link", _cli.Write("people.csv", people), "--out", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())];
        if (gold is not null) words.AddRange("--gold", _cli.Write("gold.csv", gold));
        if (map is not null) words.AddRange("--map", _cli.Write("map.json", map));
        if (labels is not null) words.AddRange("--labels", _cli.Write("labels.csv", labels));
        var (en, zh) = (await _cli.RunAsync([.. words, "--lang", "en"]), await _cli.RunAsync([.. words, "--lang", "zh"]));
        Assert.All([en, zh], r => Assert.NotEqual(ExitCode.Fine, r.Code));
        Assert.All([en, zh], r => Assert.DoesNotContain("Exception", r.Error));
        Assert.All([en, zh], r => Assert.Contains(named ?? "", r.Error));
        Assert.DoesNotContain(en.Error, char.IsSurrogate);
        Assert.Contains(en.Error, char.IsAsciiLetter);
        Assert.Contains(zh.Error, c => c is >= '\u4E00' and <= '\u9FFF');
        Assert.False(File.Exists(words[3]));
    }

    [Theory]
    [InlineData(People, "left,right,label\n1,2,1\n1,2,0\n1,3,0\n")]
    [InlineData("id,name,age\n1,ann lee,x\n2,NaN,NaN\n3,ann lee,-5\n", null)]
    [InlineData("id,name,dob\n1,ann lee,0000-00-00\n2,ann lee,9999-99-99\n3,bob,31/02/1980\n", null)]
    [InlineData("id,name,email\n1,?,@\n2,!!,@@\n3,...,x@\n", null)]
    public async Task Link_OddButReadable_WritesProbabilitiesAndNoNaN(string people, string? labels)
    {
        var file = _cli.Write("people.csv", people);
        List<string> words = ["link", file, "--gold", _cli.Write("gold.csv", "left,right\n1,2\n"), "--out", file + ".links", "--report", file + ".html", "--lang", "en"];
        if (labels is not null) words.AddRange("--labels", _cli.Write("labels.csv", labels));
        var result = await _cli.RunAsync([.. words]);
        Assert.Equal(ExitCode.Fine, result.Code);
        var (links, report) = (await File.ReadAllLinesAsync(file + ".links", TestContext.Current.CancellationToken), await File.ReadAllTextAsync(file + ".html", TestContext.Current.CancellationToken));
        Assert.All(links.Skip(1), l => Assert.InRange(double.Parse(l.Split(',')[2], CultureInfo.InvariantCulture), 0, 1));
        Assert.All([result.Error, report, .. links], text => Assert.DoesNotContain("NaN", text.Replace(">NaN<", "", StringComparison.Ordinal)));
        Assert.All([result.Error, report, .. links], text => Assert.DoesNotContain("∞", text));
    }
}
