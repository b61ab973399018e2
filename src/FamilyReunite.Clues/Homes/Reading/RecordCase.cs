using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Lays what a record holds out as a case for the home finder. Corrected statements are left out; what the station calls the person never counts.</summary>
public static class RecordCase
{
    private static readonly FactKind[] Life = [FactKind.Food, FactKind.Crop, FactKind.Terrain, FactKind.Animal, FactKind.Belonging, FactKind.Vehicle, FactKind.Family];
    private static readonly FactKind[] Words = [FactKind.Spoken, FactKind.Circumstances, FactKind.FreeText];

    /// <param name="record">With its facts.</param>
    public static HomeCase Of(CaseRecord record)
    {
        var places = All(record, FactKind.HomePlace, FactKind.HomeHeard).ToList();
        return new HomeCase
        {
            Text = string.Join('\n', [.. All(record, Words).Select(f => f.AsHeard), .. places.Where(IsSupposed).Select(f => $"可能家住{f.AsHeard}")]),
            HeardNames = [.. All(record, FactKind.Name, FactKind.OtherName, FactKind.NameHeard).Where(f => f.Source is not (FactSource.Observed or FactSource.Colleague)).Select(f => f.AsHeard)],
            HeardPlaces = [.. places.Where(f => !IsSupposed(f)).Select(f => f.AsHeard)],
            DialectWords = [.. All(record, FactKind.DialectWord).Select(f => f.AsHeard)],
            DialectJudgement = string.Join('；', All(record, FactKind.Accent, FactKind.Language).Select(f => f.AsHeard)),
            OtherClues = [.. All(record, Life).Select(f => f.AsHeard)],
            FoundPlace = All(record, FactKind.FoundPlace).LastOrDefault() is { } found ? found.Understood is { Length: > 0 } code ? code : found.AsHeard : "",
            Sex = All(record, FactKind.Sex).LastOrDefault()?.Understood switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown },
            Ethnicities = [.. All(record, FactKind.Ethnicity).Select(f => f.Understood is { Length: > 0 } known ? known : f.AsHeard)],
        };
    }

    /// <summary>Others said it, or whoever said it was in doubt: read as a supposition.</summary>
    private static bool IsSupposed(Fact f) => f.Source is FactSource.SaidByThirdParty or FactSource.Colleague || f.Confidence is Confidence.Doubtful or Confidence.Unsure;

    private static IEnumerable<Fact> All(CaseRecord record, params IReadOnlyList<FactKind> kinds) => kinds.SelectMany(record.Current).Where(f => !string.IsNullOrWhiteSpace(f.AsHeard));
}
