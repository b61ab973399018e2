using System.Text.RegularExpressions;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Places of home, of going missing and of being found.</summary>
internal sealed partial class ToldPlaces(IPlaceResolver resolver) : FactFamily
{
    /// <summary>Belief from which a field is given the code of its best reading.</summary>
    public const double Clear = 0.8;

    private const string P = @"[一-鿿A-Za-z0-9〇]{2,40}(?:[,,][一-鿿]{1,12}(?:市|县|区|州|旗|盟))*";

    [GeneratedRegex($@"(?<home>失踪人所在[省地][:\s]*|(?:家庭住址|家庭地址|户籍所在地|户籍地|户籍|籍贯|原籍|住址|家乡|老家)(?:在|是|为|[:\s])+|家里?住(?:在)?|家在|来自|户口在|一直在)[“""「]?(?<p>{P})[”""」]?(?<heard>\s*\((?:音|谐音)[^)]{{0,6}}\))?|(?:走失|失踪|丢失|走散)地点\s*[:为]\s*(?<missing>{P})|(?:发现|救助|捡到|拾到)(?:地点|地)\s*[:为]\s*(?<found>{P})", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?:自称|自述|又说|他说|她说|说|可能|疑似|好像|应该)?(?:自己)?(?:是|为)(?<p>[一-鿿]{2,20}?)人(?![们民员口家物])|^(?<p>[一-鿿]{2,16})人$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Native();

    [GeneratedRegex(@"[“""「](?<p>[一-鿿]{2,16})[”""」]\s*\((?:音|谐音)[^)]{0,6}\)", RegexOptions.CultureInvariant)]
    private static partial Regex HeardQuoted();

    [GeneratedRegex(@"(?:在|于|从)(?<p>[一-鿿A-Za-z0-9]{2,30}?)(?:附近|一带|门口|路边)?(?<what>走失|失踪|走散|丢失|迷路|被拐|离家|(?:被)?发现|(?:被)?救助|捡到)", RegexOptions.CultureInvariant)]
    private static partial Regex Happened();

    [GeneratedRegex("(?:省|市|县|区|州|旗|镇|乡|村)", RegexOptions.CultureInvariant)]
    private static partial Regex LevelWords();

    [GeneratedRegex("^(?:时|我|本|外地|当地|本地|男|女|老|好|病|哪里|什么|北方|南方|一名|受助|无名|家)", RegexOptions.CultureInvariant)]
    private static partial Regex NotAPlace();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.HomePlace, FactKind.HomeHeard, FactKind.FoundPlace, FactKind.MissingPlace];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in Labelled().Matches(text))
        {
            if (m.Groups["missing"].Success) Add(FactKind.MissingPlace, m.Groups["missing"], found);
            else if (m.Groups["found"].Success) Add(FactKind.FoundPlace, m.Groups["found"], found);
            else if (!NotAPlace().IsMatch(m.Groups["p"].Value) ) Add(m.Groups["heard"].Success ? FactKind.HomeHeard : FactKind.HomePlace, m.Groups["p"], found);
        }
        foreach (var c in Clause.Of(text))
        {
            if (c.Text.Length > 30) continue;
            if (Native().Match(c.Text) is { Success: true } m && !NotAPlace().IsMatch(m.Groups["p"].Value) && IsDivision(m.Groups["p"].Value[..2]) && IsDivision(m.Groups["p"].Value))
                found.Add(new ReadFact(FactKind.HomePlace, m.Groups["p"].Value, null, c.Start + m.Groups["p"].Index, m.Groups["p"].Length));
            else if (Alone(c.Text) && !found.Exists(f => f.Start == c.Start)) found.Add(Fact(MissingText(text) ? FactKind.MissingPlace : FactKind.HomePlace, c));
        }
        foreach (Match m in HeardQuoted().Matches(text))
            if (LevelWords().IsMatch(m.Groups["p"].Value) && !found.Exists(f => f.Start == m.Groups["p"].Index)) Add(FactKind.HomeHeard, m.Groups["p"], found);
        foreach (Match m in Happened().Matches(text))
        {
            if (m.Groups["p"].Value.Length < 2 || found.Exists(f => f.Start == m.Groups["p"].Index) || !LevelWords().IsMatch(m.Groups["p"].Value) || !IsDivision(m.Groups["p"].Value)) continue;
            var isFound = m.Groups["what"].Value is ['被', '发', ..] or ['被', '救', ..] or ['发', ..] or ['救', ..] or ['捡', ..];
            Add(isFound ? FactKind.FoundPlace : FactKind.MissingPlace, m.Groups["p"], found);
        }
    }

    public override string? Understand(FactKind kind, string asHeard) =>
        Domain.Values.DivisionCode.TryParse(asHeard, out var code) ? resolver.NameOf(code) is null ? null : code.Digits
        : resolver.Resolve(new PlaceQuery(asHeard, Top: 1)) is [{ Score: >= Clear } best] ? best.Code.Digits : null;

    private bool IsDivision(string words) => resolver.Resolve(new PlaceQuery(words, Top: 1)) is [{ Score: >= .5 }];

    /// <summary>A whole clause that is an address ("海南省澄迈县").</summary>
    private static bool Alone(string clause) =>
        clause.Length is >= 5 and <= 24 && clause.IndexOf('省', StringComparison.Ordinal) is 2 or 3 && clause[^1] is '县' or '市' or '区' or '旗' or '镇' or '乡' or '村' && !clause.Contains('在', StringComparison.Ordinal);

    private static bool MissingText(string text) => text.Contains("离家时", StringComparison.Ordinal) || text.Contains("走失", StringComparison.Ordinal) || text.Contains("失踪", StringComparison.Ordinal);

    private static void Add(FactKind kind, Group at, List<ReadFact> found)
    {
        var place = at.Value.EndsWith("居住", StringComparison.Ordinal) ? at.Value[..^2] : at.Value;
        if (place.Length > 1 && !place.Contains("XX", StringComparison.Ordinal) && !place.Contains('某', StringComparison.Ordinal)) found.Add(new ReadFact(kind, place, null, at.Index, place.Length));
    }
}
