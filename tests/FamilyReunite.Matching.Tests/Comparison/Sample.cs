using FamilyReunite.Clues;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Tests.Comparison;

/// <summary>Hand-made clue sets of invented people.</summary>
internal static class Sample
{
    public static readonly IPlaceResolver Places = new FewPlaces();
    public static readonly FeatureSet Features = new(Places);

    public static ClueSet Person => new() { RecordId = Guid.Empty, Kind = RecordKind.Stranded, Fingerprint = "p" };

    public static ClueSet Report => new() { RecordId = Guid.Empty, Kind = RecordKind.Missing, Fingerprint = "r" };

    /// <summary>Name of the step that the feature's comparator comes to.</summary>
    public static string Step(string feature, ClueSet person, ClueSet report)
    {
        var comparator = Features.Comparators.Single(c => c.Feature == feature);
        return comparator.Steps[comparator.Compare(PreparedClues.Of(person), PreparedClues.Of(report)).Step].Name;
    }

    public static AgreementLevel Level(string feature, ClueSet person, ClueSet report) => Features.Comparators.Single(c => c.Feature == feature).Steps.Single(s => s.Name == Step(feature, person, report)).Level;

    public static NameClue Name(string text, string? surname = null, bool heard = false) =>
        new(text, NameScript.Han, heard, surname, [text[(surname?.Length ?? 0)..]], CharacterReadings.OfText(text));

    public static NameClue Minority(string text) => new(text, NameScript.MinorityInHan, HeardOnly: false, null, text.Split('·'), CharacterReadings.OfText(text));

    public static BirthClue Guess(int first, int last) => new(new DaySpan(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31)), Estimated: true);

    public static BirthClue Known(int year, int month, int day) => new(new DaySpan(new DateOnly(year, month, day), new DateOnly(year, month, day)), Estimated: false);

    public static DaySpan On(int year, int month = 6, int day = 1) => new(new DateOnly(year, month, day), new DateOnly(year, month, day));

    public static HeightClue Height(double cm, bool estimated = false) => new(new NumberRange(cm, cm), null, estimated);

    public static MarkClue Mark(MarkKind kind, BodyPart part, BodySide side = BodySide.Unknown, string asHeard = "") => new(new BodyMark(kind, part, side), asHeard);

    public static PlaceClue Place(string code, string asHeard, double share = 1, bool heard = false) => new(Code(code), share, asHeard, heard);

    public static DivisionCode Code(string digits) => DivisionCode.TryParse(digits, out var code) ? code : default;

    /// <summary>Belief in one county; the rest spread over all others.</summary>
    public static HomeShares Belief(string county, double probability, params string[] said) => new([new HomeShare(CountySet.Within(Code(county))[0], probability)], 1 - probability, said);

    private sealed class FewPlaces : IPlaceResolver
    {
        private static readonly Dictionary<string, (string Name, double Longitude, double Latitude)> Known = new()
        {
            ["51"] = ("四川省", 104.1, 30.7), ["5113"] = ("四川省 南充市", 106.1, 30.8), ["511324"] = ("四川省 南充市 仪陇县", 106.3, 31.3), ["500118"] = ("重庆市 永川区", 105.9, 29.4), ["23"] = ("黑龙江省", 126.6, 45.8), ["230109"] = ("黑龙江省 哈尔滨市 松北区", 126.5, 45.8),
        };

        public IReadOnlyList<PlaceGuess> Resolve(PlaceQuery query) => [];

        public string? NameOf(DivisionCode code) => Known.TryGetValue(code.Digits, out var p) ? p.Name : null;

        public (double Longitude, double Latitude)? CentreOf(DivisionCode code) => Known.TryGetValue(code.Digits, out var p) ? (p.Longitude, p.Latitude) : null;
    }
}
