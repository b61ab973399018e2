using System.Buffers;
using System.Collections.Concurrent;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>One statement of a place with all its readings.</summary>
internal sealed class PreparedHome
{
    private const string LevelWords = "省市县区州盟旗乡镇村组街道自治";
    private static readonly SearchValues<char> CountyWords = SearchValues.Create("县区市旗");
    private const int LongestTail = 12;

    /// <summary>By division; a province's sum runs over more than a hundred counties.</summary>
    private static readonly ConcurrentDictionary<string, double> KnownShares = new(StringComparer.Ordinal);

    private PreparedHome(string asHeard, IReadOnlyList<PlaceClue> readings)
    {
        AsHeard = asHeard;
        HeardOnly = readings[0].HeardOnly;
        Readings = [.. readings.Where(r => !r.Code.IsEmpty)];
        Bits = [.. Readings.Select(r => PlaceFrequency.ProvinceBit(r.Code.Digits))];
        Shares = [.. Readings.Select(r => PlaceFrequency.Share(r.Code))];
        Counties = [.. Readings.Select(r => CountySet.Within(r.Code))];
        CountyShares = [.. Readings.Select((r, i) => KnownShares.GetOrAdd(r.Code.Digits, static (_, counties) => counties.Sum(c => CountySet.All[c].Share), Counties[i]))];
        Words = Syllables(asHeard);
        Tail = Syllables(Below(asHeard));
        WordBackgrounds = [.. Words.Select(s => PlaceFrequency.LogSound(s))];
        TailBackgrounds = [.. Tail.Select(s => PlaceFrequency.LogSound(s))];
    }

    public string AsHeard { get; }

    public bool HeardOnly { get; }

    public PlaceClue[] Readings { get; }

    /// <summary>Province of each reading as a bit.</summary>
    public ulong[] Bits { get; }

    /// <summary>Share of all people who live in each reading's division.</summary>
    public double[] Shares { get; }

    /// <summary>Counties of each reading, as positions in <see cref="CountySet.All"/>.</summary>
    public IReadOnlyList<int>[] Counties { get; }

    /// <summary>Share of the people without a known home who come from there, before anything is known of them.</summary>
    public double[] CountyShares { get; }

    /// <summary>The whole text by sound, level words left out.</summary>
    public int[][] Words { get; }

    /// <summary>What stands below the county.</summary>
    public int[][] Tail { get; }

    /// <summary>log share of each syllable of <see cref="Words"/> in place names.</summary>
    public double[] WordBackgrounds { get; }

    public double[] TailBackgrounds { get; }

    public static PreparedHome[] Of(IReadOnlyList<PlaceClue> places) =>
        [.. places.GroupBy(p => p.AsHeard, StringComparer.Ordinal).Select(g => new PreparedHome(g.Key, [.. g]))];

    private static string Below(string text)
    {
        var at = text.AsSpan().LastIndexOfAny(CountyWords);
        return at < 2 ? "" : text[(at + 1)..];
    }

    private static int[][] Syllables(string text) => [.. text.Where(c => !LevelWords.Contains(c, StringComparison.Ordinal)).Select(CharacterReadings.Of)
        .Where(r => r.Count > 0).TakeLast(LongestTail).Select(SyllableTable.IdsOf)];
}
