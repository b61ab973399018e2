using FamilyReunite.Clues;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Tokens;

/// <summary>Places at every level. Readings of one statement share their certainty: it adds up where they agree, so a doubtful county can be a certain province.</summary>
internal static class PlaceTokens
{
    private static readonly (DivisionLevel Level, TokenKind Kind)[] Levels =
    [
        (DivisionLevel.Province, TokenKinds.HomeProvince), (DivisionLevel.Prefecture, TokenKinds.HomePrefecture), (DivisionLevel.County, TokenKinds.HomeCounty),
        (DivisionLevel.Town, TokenKinds.HomeTown), (DivisionLevel.Village, TokenKinds.HomeVillage),
    ];

    /// <summary>With the least belief worth a token.</summary>
    private static readonly (DivisionLevel Level, TokenKind Kind, double Least)[] BelievedLevels =
        [(DivisionLevel.Province, TokenKinds.HomeProvince, 0.05), (DivisionLevel.Prefecture, TokenKinds.HomePrefecture, 0.02), (DivisionLevel.County, TokenKinds.HomeCounty, 0.01)];

    /// <summary>Divisions of one level; each is a term of every query.</summary>
    private const int MostBelieved = 24;

    private static readonly (DivisionLevel Level, TokenKind Kind)[] LastLevels = [(DivisionLevel.Province, TokenKinds.LastProvince), (DivisionLevel.Prefecture, TokenKinds.LastPrefecture), (DivisionLevel.County, TokenKinds.LastCounty)];

    /// <summary>Where a person was found beside where a report has its home: many do not get far.</summary>
    private static readonly (DivisionLevel Level, TokenKind Kind)[] AreaLevels =
        [(DivisionLevel.Province, TokenKinds.AreaProvince), (DivisionLevel.County, TokenKinds.AreaCounty)];

    private static readonly (DivisionLevel Level, TokenKind Kind)[] SpokenLevels = [(DivisionLevel.Province, TokenKinds.SpeechProvince)];

    /// <summary>How far the place where somebody was last seen by the family stands in for a home nobody named.</summary>
    private const double LastSeenAsHome = 0.4;

    private const string LevelWords = "省市县区州盟旗乡镇村组屯寨庄街道";

    public static void Add(TokenBag bag, ClueSet clues)
    {
        Add(bag, clues.Homes, Levels, 1);
        if (clues.HomeBelief is { } belief) AddBelief(bag, belief);
        Add(bag, clues.LastPlaces, LastLevels, 1);
        Add(bag, clues.Kind == RecordKind.Missing ? clues.Homes : clues.LastPlaces, AreaLevels, 1);
        AddSpeech(bag, clues);
        if (clues.Homes.Count == 0 && clues.Kind == RecordKind.Missing) Add(bag, clues.LastPlaces, Levels, LastSeenAsHome);
        foreach (var heard in clues.Homes.Select(h => h.AsHeard).Distinct(StringComparer.Ordinal)) AddWords(bag, heard);
    }

    /// <summary>A person speaks as the people of some provinces do; a report lives in one.</summary>
    private static void AddSpeech(TokenBag bag, ClueSet clues)
    {
        if (clues.Kind == RecordKind.Missing) Add(bag, clues.Homes, SpokenLevels, 1);
        foreach (var provinces in clues.Languages.Select(SpeechRegions.Provinces).Where(p => p.Count > 0))
            if (clues.Kind != RecordKind.Missing || clues.Homes.Count == 0)
                foreach (var p in provinces) bag.Add(TokenKinds.SpeechProvince, p, 1 / Math.Sqrt(provinces.Count));
    }

    /// <summary>What speech, food and land tell of home beside the places that were said: at each level the divisions that hold most of the belief.</summary>
    private static void AddBelief(TokenBag bag, HomeShares belief)
    {
        foreach (var (level, kind, least) in BelievedLevels)
        {
            var shares = belief.Counties.GroupBy(c => CountySet.All[c.County].Code.At(level).Digits, c => c.Probability, StringComparer.Ordinal).Select(g => (Code: g.Key, Share: g.Sum()));
            foreach (var (code, share) in shares.Where(s => s.Share >= least).OrderByDescending(s => s.Share).Take(MostBelieved)) bag.Add(kind, code, Math.Min(1, share));
        }
    }

    private static void Add(TokenBag bag, IReadOnlyList<PlaceClue> places, (DivisionLevel Level, TokenKind Kind)[] levels, double certainty)
    {
        foreach (var statement in places.GroupBy(p => p.AsHeard, StringComparer.Ordinal))
        {
            foreach (var (level, kind) in levels)
            {
                foreach (var place in statement.Where(p => !p.Code.IsEmpty && p.Code.Level >= level).GroupBy(p => p.Code.At(level).Digits, StringComparer.Ordinal))
                    bag.Add(kind, place.Key, certainty * Math.Min(1, place.Sum(p => p.Share)));
            }
        }
    }

    /// <summary>Neighbouring characters and their sounds, for what no table of places knows.</summary>
    private static void AddWords(TokenBag bag, string heard)
    {
        foreach (var (_, text) in HanText.Runs(heard).Where(r => r.Run == HanText.Run.Han))
        {
            var c = HanText.Characters(text);
            for (var i = 0; i + 1 < c.Count; i++)
            {
                if (LevelWords.Contains(c[i], StringComparison.Ordinal) || LevelWords.Contains(c[i + 1], StringComparison.Ordinal)) continue;
                bag.Add(TokenKinds.HomeWords, c[i] + c[i + 1]);
                var readings = CharacterReadings.OfText(c[i] + c[i + 1]);
                foreach (var (whole, share) in NameTokens.Wholes([.. readings.Select(r => NameTokens.Distinct(r.Select(SoundKey.Of)))])) bag.Add(TokenKinds.HomeSoundPair, whole, share);
                foreach (var (whole, share) in NameTokens.Wholes(NameTokens.Coarse(readings))) bag.Add(TokenKinds.HomeCoarsePair, whole, share);
            }
        }
    }
}
