using System.Globalization;
using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Sex, age, height, weight and the number of relatives.</summary>
internal sealed partial class FigureReader(bool byFamily, IDescriptionReader? words)
{
    private const double OldestYears = 120;
    private const double ShortestCm = 20;
    private const double TallestCm = 250;
    private const double HeaviestKg = 300;

    public void Add(List<FactDraft> facts, SourceRow row, RowNotes notes)
    {
        Sex(facts, row, notes);
        Age(facts, row, notes);
        Figure(facts, row, notes, "height_cm", FactKind.Height, "厘米", row.Flag("height_approx"), ShortestCm, TallestCm, "import.height-impossible");
        Figure(facts, row, notes, "length_cm", FactKind.Height, "厘米", approx: false, ShortestCm, TallestCm, "import.height-impossible");
        Figure(facts, row, notes, "weight_kg", FactKind.Weight, "公斤", approx: false, 0.3, HeaviestKg, "import.weight-impossible");
        if (row.Fields.TryGetValue("family_count", out var count) && count.Json is { ValueKind: System.Text.Json.JsonValueKind.Object } relatives)
            foreach (var r in relatives.EnumerateObject())
                if (PlainWords.Check($"有{r.Value}个{r.Name}", FactKind.Family, count.Column, notes) is { } said) Keep(facts, FactKind.Family, said, null, approx: false);
    }

    private void Sex(List<FactDraft> facts, SourceRow row, RowNotes notes)
    {
        if (!row.Fields.TryGetValue("sex", out var value) || value.Words.Count == 0 || !PlainWords.SaysSomething(value.Words[0])) return;
        var said = value.Words[0];
        var understood = said switch { "男" or "男性" or "M" or "m" or "male" => "M", "女" or "女性" or "F" or "f" or "female" => "F", _ => words?.Understand(FactKind.Sex, said) };
        if (understood is null) notes.Warn(value.Column, "import.sex-unknown", said);
        if (PlainWords.Check(said, FactKind.Sex, value.Column, notes) is { } kept) facts.Add(new FactDraft(FactKind.Sex, kept, understood, ImportFields.SourceOf(FactKind.Sex, byFamily)));
    }

    private void Age(List<FactDraft> facts, SourceRow row, RowNotes notes)
    {
        if (row.Fields.TryGetValue("age_range", out var range))
        {
            var ends = range.Words.SelectMany(w => Number().Matches(w).Select(m => double.Parse(m.ValueSpan, CultureInfo.InvariantCulture))).ToList();
            if (ends.Count != 2) AsHeard(facts, notes, range.Column, FactKind.Age, string.Join(' ', range.Words));
            else Within(facts, notes, range.Column, FactKind.Age, string.Create(CultureInfo.InvariantCulture, $"{ends[0]}-{ends[1]}岁"), new NumberRange(ends[0], ends[1]).ToString(), row.Flag("age_approx"), 0, OldestYears, "import.age-impossible");
            return;
        }
        Figure(facts, row, notes, "age", FactKind.Age, "岁", row.Flag("age_approx"), 0, OldestYears, "import.age-impossible");
    }

    private void Figure(List<FactDraft> facts, SourceRow row, RowNotes notes, string field, FactKind kind, string unit, bool approx, double least, double most, string impossible)
    {
        if (!row.Fields.TryGetValue(field, out var value)) return;
        foreach (var said in value.Words.Where(PlainWords.SaysSomething))
        {
            if (!double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                var understood = words?.Understand(kind, said) ?? Plain(said);
                if (understood is null) AsHeard(facts, notes, value.Column, kind, said);
                else Within(facts, notes, value.Column, kind, said, understood, approx, least, most, impossible);
                continue;
            }
            var spoken = string.Create(CultureInfo.InvariantCulture, $"{(approx ? "约" : "")}{number}{unit}");
            // an estimate is as wide as the reader of descriptions takes it, so that a form and a sentence weigh alike
            var canonical = (approx ? words?.Understand(kind, spoken) : null) ?? new NumberRange(number, number).ToString();
            Within(facts, notes, value.Column, kind, spoken, canonical, approx, least, most, impossible);
        }
    }

    private void Within(List<FactDraft> facts, RowNotes notes, string column, FactKind kind, string said, string canonical, bool approx, double least, double most, string impossible)
    {
        if (!NumberRange.TryParse(canonical, out var range)) AsHeard(facts, notes, column, kind, said);
        else if (range.Low < least || range.High > most) notes.Reject(column, impossible, said, least, most);
        else Keep(facts, kind, said, canonical, approx);
    }

    private void Keep(List<FactDraft> facts, FactKind kind, string said, string? canonical, bool approx) =>
        facts.Add(new FactDraft(kind, said, canonical ?? words?.Understand(kind, said), ImportFields.SourceOf(kind, byFamily), approx ? Confidence.Unsure : Confidence.Unstated));

    /// <summary>What cannot be read is kept in its own words; only what cannot be true is turned away.</summary>
    private void AsHeard(List<FactDraft> facts, RowNotes notes, string column, FactKind kind, string said)
    {
        notes.Warn(column, "import.number-unreadable", said);
        if (PlainWords.Check(said, kind, column, notes) is { } kept) facts.Add(new FactDraft(kind, kept, null, ImportFields.SourceOf(kind, byFamily)));
    }

    /// <summary>"60-65岁", "163cm" without a reader of descriptions.</summary>
    private static string? Plain(string said)
    {
        var m = PlainFigure().Match(said);
        return m.Success && NumberRange.TryParse(m.Groups[2].Success ? $"{m.Groups[1].Value}..{m.Groups[2].Value}" : m.Groups[1].Value, out var r) ? r.ToString() : null;
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^约?\s*(\d+(?:\.\d+)?)(?:\s*[-~至—]\s*(\d+(?:\.\d+)?))?\s*(?:岁|周岁|厘米|公分|cm|CM|公斤|kg|KG)?(?:左右)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainFigure();
}
