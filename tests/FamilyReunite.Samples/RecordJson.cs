using System.Globalization;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Samples;

/// <summary>A record in the fields of the import; what has no field goes into the text.</summary>
internal static class RecordJson
{
    private static readonly Dictionary<FactKind, string> Single = new()
    {
        [FactKind.Sex] = "sex", [FactKind.Name] = "name", [FactKind.NameHeard] = "name_heard", [FactKind.Build] = "build", [FactKind.Hair] = "hair", [FactKind.Upper] = "upper", [FactKind.Lower] = "lower",
        [FactKind.Shoes] = "shoes", [FactKind.Hat] = "hat", [FactKind.Accent] = "accent", [FactKind.Language] = "language", [FactKind.Ethnicity] = "ethnicity", [FactKind.Health] = "condition", [FactKind.Mind] = "condition",
        [FactKind.HomePlace] = "home_place", [FactKind.MissingPlace] = "missing_place", [FactKind.FoundPlace] = "found_place", [FactKind.ReporterRelation] = "reporter_relation",
    };

    private static readonly Dictionary<FactKind, string> Lists = new()
    {
        [FactKind.OtherName] = "names", [FactKind.Mark] = "marks", [FactKind.Belonging] = "items", [FactKind.Food] = "foods", [FactKind.Terrain] = "terrain", [FactKind.Family] = "family", [FactKind.HomeHeard] = "heard_home",
    };

    public static JsonObject Write(CaseRecord record, string sourceId, string? photo, int? contact = null)
    {
        var json = new JsonObject { ["source_id"] = sourceId };
        var text = new List<string>();
        foreach (var fact in record.Facts) Add(json, text, fact);
        if (text.Count > 0) json["text"] = string.Join("。", text);
        if (contact is { } n && json.ContainsKey("reporter_relation")) json["reporter_contact"] = string.Create(CultureInfo.InvariantCulture, $"000-{n:00000000}");
        if (photo is not null) json["photo"] = photo;
        json["organisation"] = SampleOrganisations.For(record.Kind == RecordKind.Missing ? OrganisationKind.Police : OrganisationKind.Station, record.District).ToString();
        return json;
    }

    private static void Add(JsonObject json, List<string> text, Fact fact)
    {
        if (Lists.TryGetValue(fact.Kind, out var list)) ((JsonArray)(json[list] ??= new JsonArray())).Add(fact.AsHeard);
        else if (fact.Kind == FactKind.Age) Age(json, text, fact);
        else if (fact.Kind == FactKind.Height) Height(json, fact);
        else if (fact.Kind is FactKind.BirthDate or FactKind.MissingAt or FactKind.FoundAt) Date(json, fact);
        else if (!Single.TryGetValue(fact.Kind, out var field)) text.Add(fact.AsHeard.TrimEnd('。'));
        else if (!json.ContainsKey(field)) { if (fact.Kind != FactKind.Sex || fact.Understood is not null) json[field] = fact.AsHeard; }
        else text.Add(fact.Kind switch { FactKind.Name => "又自称叫" + fact.AsHeard, FactKind.HomePlace => "又说是" + fact.AsHeard + "人", _ => fact.AsHeard });
    }

    private static void Age(JsonObject json, List<string> text, Fact fact)
    {
        if (json.ContainsKey("age") || json.ContainsKey("age_range")) text.Add("自称" + fact.AsHeard);
        else if (fact.AsHeard.StartsWith('约')) (json["age"], json["age_approx"]) = (Digits(fact.AsHeard), true);
        else if (fact.AsHeard.Contains('多', StringComparison.Ordinal)) (json["age_range"], json["age_approx"]) = (new JsonArray(Digits(fact.AsHeard), Digits(fact.AsHeard) + 9), true);
        else if (NumberRange.TryParse(fact.Understood, out var r)) json["age_range"] = new JsonArray((int)r.Low, (int)r.High);
    }

    private static void Height(JsonObject json, Fact fact)
    {
        var cm = NumberRange.TryParse(fact.Understood, out var r) ? (int)Math.Round(r.Middle) : Digits(fact.AsHeard.Replace("米", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal));
        json["height_cm"] = cm;
        if (fact.Confidence != Confidence.Certain) json["height_approx"] = true;
    }

    private static void Date(JsonObject json, Fact fact)
    {
        var field = fact.Kind switch { FactKind.BirthDate => "birth", FactKind.MissingAt => "missing", _ => "found" };
        if (!PartialDate.TryParse(fact.Understood, out var date)) return;
        json[field] = (date with { Calendar = DateCalendar.Solar }).ToString();
        if (date.Calendar == DateCalendar.Lunar) json[field + "_calendar"] = "lunar";
    }

    private static int Digits(string words) => int.Parse(string.Concat(words.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
