using FamilyReunite.Casework.Intake;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>Sets a record's statements in order: by kind, contradictions joined, corrected ones behind what corrected them.</summary>
internal static class FactGrouping
{
    private static readonly FactKind[] Order =
    [
        FactKind.Name, FactKind.NameHeard, FactKind.OtherName, FactKind.Sex, FactKind.Age, FactKind.BirthDate, FactKind.Zodiac, FactKind.Height, FactKind.Weight, FactKind.Build, FactKind.Hair, FactKind.Mark, FactKind.Gait,
        FactKind.Spoken, FactKind.HomePlace, FactKind.HomeHeard, FactKind.Ethnicity, FactKind.Accent, FactKind.Language, FactKind.LanguageAbility, FactKind.DialectWord, FactKind.Family, FactKind.Food, FactKind.Crop, FactKind.Terrain, FactKind.Animal,
        FactKind.Upper, FactKind.Lower, FactKind.Shoes, FactKind.Hat, FactKind.Belonging, FactKind.IdFragment, FactKind.FoundPlace, FactKind.FoundAt, FactKind.MissingPlace, FactKind.MissingAt, FactKind.Vehicle, FactKind.Circumstances,
        FactKind.Health, FactKind.Mind, FactKind.Dna, FactKind.FreeText, FactKind.ReporterName, FactKind.ReporterRelation, FactKind.ReporterContact, FactKind.CaseNumber,
    ];

    /// <param name="names">Display names of the accounts that recorded.</param>
    public static IReadOnlyList<FactGroup> Of(CaseRecord record, IReadOnlyDictionary<Guid, string> names)
    {
        var byId = record.Facts.ToDictionary(f => f.Id);
        return [.. record.Facts.Where(f => f.IsCurrent && f.Answer != AnswerState.NotAsked)
            .GroupBy(f => f.Kind).OrderBy(g => Array.IndexOf(Order, g.Key) is var i and >= 0 ? i : Order.Length)
            .Select(g => new FactGroup(g.Key, [.. g.OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).Select(f => Line(f, byId, names))], Contradicts([.. g])))];
    }

    private static FactLine Line(Fact f, Dictionary<Guid, Fact> byId, IReadOnlyDictionary<Guid, string> names)
    {
        var earlier = new List<FactLine>();
        for (var old = f.Replaces; old is { } id && byId.TryGetValue(id, out var was) && earlier.Count < byId.Count; old = was.Replaces) earlier.Add(Plain(was, names, []));
        return Plain(f, names, earlier);
    }

    private static FactLine Plain(Fact f, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<FactLine> earlier) =>
        new(f.Id, f.Kind, f.AsHeard, f.Understood, f.Source, f.SaidBy, f.RecordedBy is { } by ? names.GetValueOrDefault(by) : null, f.RecordedAt, f.Confidence, f.Answer, earlier);

    private static bool Contradicts(Fact[] facts)
    {
        var said = facts.Where(f => f.Answer == AnswerState.Given).ToList();
        if (said.Count < 2 || FactStatement.IsList(said[0].Kind)) return false;
        return said.Where((a, i) => said.Skip(i + 1).Any(b => Differ(a, b))).Any();
    }

    private static bool Differ(Fact a, Fact b)
    {
        if (NumberRange.TryParse(a.Understood, out var x) && NumberRange.TryParse(b.Understood, out var y)) return x.GapTo(y) > 0;
        if (PartialDate.TryParse(a.Understood, out var d) && PartialDate.TryParse(b.Understood, out var e) && d.SolarSpan() is { } s && e.SolarSpan() is { } t) return s.First > t.Last || t.First > s.Last;
        if (DivisionCode.TryParse(a.Understood, out var p) && DivisionCode.TryParse(b.Understood, out var q)) return !p.Contains(q) && !q.Contains(p);
        return (a.Understood ?? a.AsHeard) != (b.Understood ?? b.AsHeard) && a.Kind is not (FactKind.FreeText or FactKind.Spoken or FactKind.Circumstances or FactKind.Health or FactKind.Mind);
    }
}
