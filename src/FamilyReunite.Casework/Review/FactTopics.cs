using FamilyReunite.Casework.Access;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Review;

/// <summary>Puts the facts of both sides beside each other.</summary>
internal static class FactTopics
{
    public static IReadOnlyList<FactTopicRow> Of(StrandedPerson person, MissingReport report, Caller caller)
    {
        var left = Shown(person, caller).ToLookup(f => Topic(f.Kind));
        var right = Shown(report, caller).ToLookup(f => Topic(f.Kind));
        return [.. Enum.GetValues<FactTopic>().Where(t => left.Contains(t) || right.Contains(t)).Select(t => new FactTopicRow(t, [.. left[t]], [.. right[t]]))];
    }

    private static IEnumerable<Fact> Shown(CaseRecord record, Caller caller) =>
        record.FactsFor(caller).Where(f => f.IsCurrent && f.Answer != AnswerState.NotAsked).OrderBy(f => f.Kind).ThenBy(f => f.RecordedAt);

    private static FactTopic Topic(FactKind kind) => kind switch
    {
        FactKind.Name or FactKind.OtherName or FactKind.NameHeard => FactTopic.Name,
        FactKind.Sex or FactKind.Age or FactKind.BirthDate or FactKind.Zodiac => FactTopic.Age,
        FactKind.Height or FactKind.Weight or FactKind.Build or FactKind.Hair or FactKind.Gait => FactTopic.Body,
        FactKind.Mark => FactTopic.Marks,
        FactKind.HomePlace or FactKind.HomeHeard or FactKind.Food or FactKind.Crop or FactKind.Terrain or FactKind.Animal => FactTopic.Home,
        FactKind.Accent or FactKind.Language or FactKind.LanguageAbility or FactKind.DialectWord or FactKind.Ethnicity => FactTopic.Speech,
        FactKind.Family => FactTopic.Family,
        FactKind.FoundPlace or FactKind.FoundAt or FactKind.MissingPlace or FactKind.MissingAt or FactKind.Vehicle => FactTopic.Whereabouts,
        FactKind.Upper or FactKind.Lower or FactKind.Shoes or FactKind.Hat or FactKind.Belonging => FactTopic.Clothes,
        FactKind.Health or FactKind.Mind => FactTopic.Health,
        FactKind.FreeText or FactKind.Spoken or FactKind.Circumstances => FactTopic.Story,
        _ => FactTopic.Papers,
    };
}
