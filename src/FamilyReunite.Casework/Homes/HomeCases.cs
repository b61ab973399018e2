using System.Globalization;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Homes;

/// <summary>Lays what is known of a person out as a case for the home finder. Corrected statements and withdrawn answers are left out; what the station calls the person never counts.</summary>
internal static class HomeCases
{
    private static readonly FactKind[] Life = [FactKind.Food, FactKind.Crop, FactKind.Terrain, FactKind.Animal, FactKind.Belonging, FactKind.Vehicle, FactKind.Family];
    private static readonly FactKind[] Words = [FactKind.Spoken, FactKind.Circumstances, FactKind.FreeText];

    /// <param name="person">With its facts.</param>
    public static HomeCase Of(StrandedPerson person, IEnumerable<InterviewAnswer> answers, IEnumerable<ListeningRequest> listening)
    {
        var places = All(person, FactKind.HomePlace, FactKind.HomeHeard).ToList();
        return new HomeCase
        {
            Text = string.Join('\n', [.. All(person, Words).Select(f => f.AsHeard), .. places.Where(IsSupposed).Select(f => $"可能家住{f.AsHeard}")]),
            HeardNames = [.. All(person, FactKind.Name, FactKind.OtherName, FactKind.NameHeard).Where(f => f.Source is not (FactSource.Observed or FactSource.Colleague)).Select(f => f.AsHeard)],
            HeardPlaces = [.. places.Where(f => !IsSupposed(f)).Select(f => f.AsHeard)],
            DialectWords = [.. All(person, FactKind.DialectWord).Select(f => f.AsHeard)],
            DialectJudgement = string.Join('；', All(person, FactKind.Accent, FactKind.Language).Select(f => f.AsHeard)),
            OtherClues = [.. All(person, Life).Select(f => f.AsHeard)],
            FoundPlace = All(person, FactKind.FoundPlace).LastOrDefault() is { } found ? found.Understood is { Length: > 0 } code ? code : found.AsHeard : "",
            Sex = All(person, FactKind.Sex).LastOrDefault()?.Understood switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown },
            Ethnicities = [.. All(person, FactKind.Ethnicity).Select(f => f.Understood is { Length: > 0 } known ? known : f.AsHeard)],
            Answers = [.. answers.Where(a => !a.IsWithdrawn).OrderBy(a => a.AskedAt).Select(a => new HomeAnswer(a.Question, a.Option, a.Words))],
            Listeners = [.. listening.SelectMany(r => r.Current).OrderBy(a => a.At).Select(Opinion).OfType<ListenerOpinion>()],
        };
    }

    /// <summary>Others said it, or whoever said it was in doubt: read as a supposition.</summary>
    private static bool IsSupposed(Fact f) => f.Source is FactSource.SaidByThirdParty or FactSource.Colleague || f.Confidence is Confidence.Doubtful or Confidence.Unsure;

    private static ListenerOpinion? Opinion(ListeningAnswer a) => DivisionCode.TryParse(a.Home, out var home) ? new ListenerOpinion(home, Enum.Parse<ListenerVerdict>(a.Verdict.ToString())) : null;

    private static IEnumerable<Fact> All(StrandedPerson person, params IReadOnlyList<FactKind> kinds) => kinds.SelectMany(person.Current).Where(f => !string.IsNullOrWhiteSpace(f.AsHeard));

    /// <summary>Everything the belief depends on, as one text.</summary>
    public static string Key(HomeCase c)
    {
        string[][] parts =
        [
            [c.Text], [.. c.HeardNames], [.. c.HeardPlaces], [.. c.DialectWords], [c.DialectJudgement], [.. c.OtherClues], [c.FoundPlace], [c.Sex.ToString()], [.. c.Ethnicities],
            [.. c.Answers.Select(a => $"{a.Question}\u0001{a.Option}\u0001{a.Words}")], [.. c.Listeners.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Home}\u0001{l.Verdict}"))],
        ];
        return string.Join('\u0003', parts.Select(p => string.Join('\u0002', p)));
    }
}
