using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>Turns the values of labels into facts.</summary>
internal sealed partial class LabelledFacts(DescriptionReader reader)
{
    [GeneratedRegex(@"^(?:不详|不祥|未知|不明|不清楚?|无|暂无|没有|未说明|不知道?|不记得了?|记不清楚?|忘记了?|没有?印象|说不清楚?|无法确定|待查|未提供|/|-)+[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\(?(?:音|谐音|听音|音译|同音|音似)[^)]{0,6}\)?|\([^)]*(?:音|谐音)[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex AsHeard();

    [GeneratedRegex("^(?:种植?|养|喂|吃|说|讲)", RegexOptions.CultureInvariant)]
    private static partial Regex NotTheLand();

    [GeneratedRegex(@"[、,;和及。\n]|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex("^(?:喜欢|爱|常|平时|主要|一般|以)?吃?(?=[一-鿿])", RegexOptions.CultureInvariant)]
    private static partial Regex Eating();

    [GeneratedRegex("^(?:(?:不详|未知|不清楚?|不明|不知道)[,。]?\\s*)?(?:可能|疑似|好像|大概|估计|自述|自称|应该)?(?:是|为|在)?", RegexOptions.CultureInvariant)]
    private static partial Regex Doubt();

    /// <summary>An address may be set with commas between its levels.</summary>
    [GeneratedRegex("^[^,。;]+(?:,[^,。;]{1,12}(?:省|市|县|区|州|盟|旗|镇|乡|街道|村)(?=,|。|;|$))*", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>Facts of the labels that have a kind; a value that says nothing gives none.</summary>
    public void Find(string text, IReadOnlyList<LabelledValue> values, List<ReadFact> found)
    {
        foreach (var v in values)
        {
            if (v.Kind is not { } kind || v.End <= v.Start) continue;
            var words = text[v.Start..v.End];
            if (Nothing().IsMatch(words)) continue;
            if (kind is FactKind.Food or FactKind.Crop or FactKind.Animal or FactKind.Terrain or FactKind.Belonging) Each(kind, v, text, found);
            else if (One(kind, words, v.Start) is { } fact) found.Add(fact);
        }
    }

    private ReadFact? One(FactKind kind, string words, int start)
    {
        if (kind is FactKind.Name or FactKind.OtherName or FactKind.HomePlace)
        {
            var heard = AsHeard().Match(words);
            if (kind == FactKind.HomePlace && !heard.Success && Address().Match(words) is { Success: true } address) words = address.Value;
            var stop = words.AsSpan().IndexOfAny("((;。");
            if (kind != FactKind.HomePlace && words.IndexOf(',', StringComparison.Ordinal) is > 0 and var first && (stop < 0 || first < stop)) stop = first;
            var bare = (heard.Success ? words[..heard.Index] : stop > 1 ? words[..stop] : words).Trim(' ', '"', '“', '”', '「', '」', '(', ',');
            if (kind == FactKind.HomePlace) bare = bare[Doubt().Match(bare).Length..];
            if (bare.Length < 2 || bare.Length > 60) return null;
            if (kind != FactKind.HomePlace && (bare.IndexOf(',', StringComparison.Ordinal) > 0 || reader.Understand(FactKind.Name, bare) is null)) return null;
            var actual = !heard.Success ? kind : kind == FactKind.HomePlace ? FactKind.HomeHeard : FactKind.NameHeard;
            return new ReadFact(actual, bare, null, start + words.IndexOf(bare, StringComparison.Ordinal), bare.Length);
        }
        if ((kind is FactKind.MissingPlace or FactKind.FoundPlace) && Address().Match(words) is { Success: true } written) words = written.Value.Trim();
        var comma = words.AsSpan().IndexOfAny(",;。");
        if (comma > 0 && IsFigure(kind) && reader.Understand(kind, words[..comma]) is not null) words = words[..comma];
        var understood = reader.UnderstandUnlessPlace(kind, words);
        if (kind == FactKind.Accent && understood is { Length: > 2 } area && words.IndexOf(area, StringComparison.Ordinal) is > 0 and var at) return new ReadFact(kind, area, area, start + at, area.Length);
        return IsFigure(kind) && understood is null ? null : new ReadFact(kind, words, understood, start, words.Length);
    }

    private static bool IsFigure(FactKind kind) => kind is FactKind.Sex or FactKind.Age or FactKind.BirthDate or FactKind.MissingAt or FactKind.FoundAt or FactKind.Zodiac or FactKind.Height or FactKind.Weight;

    private static void Each(FactKind kind, LabelledValue v, string text, List<ReadFact> found)
    {
        var at = v.Start;
        if (kind == FactKind.Terrain)
        {
            foreach (var c in Clause.Of(text[v.Start..v.End]))
                if (!NotTheLand().IsMatch(c.Text) && c.Text.Length <= 30) foreach (var p in Clause.Of(c.Text, lists: true)) found.Add(new ReadFact(kind, p.Text, p.Text, v.Start + c.Start + p.Start, p.Text.Length));
            return;
        }
        // things belong to the label up to the first full stop
        var stop = kind == FactKind.Belonging ? text.IndexOf('。', v.Start, v.End - v.Start) : -1;
        foreach (var piece in Between().Split(text[v.Start..(stop < 0 ? v.End : stop)]))
        {
            var start = text.IndexOf(piece, at, StringComparison.Ordinal);
            at = start + piece.Length;
            var trimmed = piece.Trim('。', '.', ' ');
            if (kind == FactKind.Food) trimmed = trimmed[Eating().Match(trimmed).Length..];
            if (trimmed.Length > 0 && trimmed.Length <= 30 && !Nothing().IsMatch(trimmed)) found.Add(new ReadFact(kind, trimmed, trimmed, text.IndexOf(trimmed, start, StringComparison.Ordinal), trimmed.Length));
        }
    }
}
