using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Clues.Tests.Places;

/// <summary>Address cases of public test suites. They are not part of this repository: the folder that holds address-cases.jsonl comes in REUNITE_TESTDATA.</summary>
public sealed partial class PublishedAddressTests(ITestOutputHelper output)
{
    [Fact]
    public void Resolve_PublishedAddressCases_AtLeast95PercentRight()
    {
        var folder = Environment.GetEnvironmentVariable("REUNITE_TESTDATA") ?? "";
        var file = Path.Combine(folder, "address-cases.jsonl");
        Assert.SkipUnless(File.Exists(file), "REUNITE_TESTDATA names no folder with address-cases.jsonl");
        var resolver = new PlaceResolver();
        var cases = File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement).Where(c => c.TryGetProperty("expect", out _)).ToList();
        var wrong = cases.Where(c => !Right(c.GetProperty("expect"), resolver.Resolve(new PlaceQuery(c.GetProperty("text").GetString()!, Top: 3)))).ToList();
        foreach (var c in wrong)
        {
            var e = c.GetProperty("expect");
            var got = resolver.Resolve(new PlaceQuery(c.GetProperty("text").GetString()!, Top: 3));
            output.WriteLine($"{c.GetProperty("text")}: {Text(e, "province")} {Text(e, "city")} {Text(e, "county")} | " + string.Join(" ; ", got.Select(g => $"{g.Province} {g.Prefecture} {g.County} {g.Score:0.000}")));
        }
        Assert.True(wrong.Count <= 0.05 * cases.Count, $"{wrong.Count} of {cases.Count} wrong");
    }

    private static bool Right(JsonElement want, IReadOnlyList<PlaceGuess> got)
    {
        var first = got.Count > 0 ? got[0] : null;
        var municipality = Bare(Text(want, "province")) is "北京" or "上海" or "天津" or "重庆";
        return Same(Text(want, "province"), first?.Province) && (municipality || Same(Text(want, "city"), first?.Prefecture) || Same(Text(want, "city"), first?.County)) && Same(Text(want, "county"), first?.County);
    }

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var v) ? v.GetString() : null;

    private static bool Same(string? want, string? got)
    {
        if (string.IsNullOrEmpty(want)) return true;
        var (w, g) = (Bare(want), Bare(got));
        return w == g || (w.Length > 1 && (got ?? "").StartsWith(w, StringComparison.Ordinal));
    }

    private static string Bare(string? name) => name is null ? "" : Level().Replace(name, "") is { Length: > 0 } bare ? bare : name;

    [GeneratedRegex("(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[一-龥]{2,4}族[一-龥]{0,6}自治[州县]|自治[州县]|地区|新区|省|市|县|区|州|盟|旗)$")]
    private static partial Regex Level();
}
