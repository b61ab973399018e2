using System.Globalization;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>Share of the people in a province (census 2020) and of a syllable in place names: the same small county says more than the same big province.</summary>
internal static class PlaceFrequency
{
    /// <summary>Words that stand at the end of every other village name. Their share is estimated.</summary>
    private const string VillageWords = "村庄家屯寨沟湾坪营堡店桥河山坝岭塘口";

    private const double VillageWordShare = 0.04;
    private const double RareShare = 0.0015;

    private static readonly Dictionary<string, double> People = Provinces();
    private static readonly Dictionary<string, (int Prefectures, int Counties)> Divisions = Places.All.GroupBy(c => c.ProvinceCode)
        .ToDictionary(g => g.Key, g => (g.Select(c => c.Code[..4]).Distinct().Count(), g.Count()));
    private static readonly Dictionary<int, double> Syllables = Sounds();

    /// <summary>Share of the people who live in the division, from its province's people spread evenly over the divisions below.</summary>
    public static double Share(DivisionCode code)
    {
        if (code.IsEmpty) return 1;
        var province = code.Digits[..2];
        var share = People.GetValueOrDefault(province, 0.005);
        var (prefectures, counties) = Divisions.GetValueOrDefault(province, (10, 80));
        return code.Level switch
        {
            DivisionLevel.Province => share,
            DivisionLevel.Prefecture => share / prefectures,
            DivisionLevel.County => share / counties,
            DivisionLevel.Town => share / counties / 14,
            _ => share / counties / 14 / 14,
        };
    }

    /// <summary>Share of the people in a set of provinces, one bit each as <see cref="ProvinceBit"/> gives it.</summary>
    public static double Share(ulong provinces) => Math.Clamp(People.Where(p => (provinces & ProvinceBit(p.Key)) != 0).Sum(p => p.Value), 0.0005, 0.98);

    public static ulong ProvinceBit(string digits) => 1UL << ((digits[0] - '1') * 8 + (digits[1] - '0'));

    public static double LogSound(ReadOnlySpan<int> readings)
    {
        var most = RareShare;
        foreach (var r in readings) most = Math.Max(most, Syllables.GetValueOrDefault(r));
        return Math.Log(most);
    }

    private static Dictionary<string, double> Provinces()
    {
        var rows = SimulationParameters.For(SimulationProfile.Training).Group("population").Select(r => (r.Key, People: double.Parse(r.Value, CultureInfo.InvariantCulture))).ToList();
        return rows.ToDictionary(r => r.Key, r => r.People / rows.Sum(x => x.People));
    }

    private static Dictionary<int, double> Sounds()
    {
        var all = Places.All.SelectMany(c => c.Name[..^1]).Select(c => CharacterReadings.Of(c)).Where(r => r.Count > 0).Select(r => SyllableTable.IdOf(r[0])).ToList();
        var share = all.CountBy(id => id).ToDictionary(x => x.Key, x => x.Value / (double)all.Count);
        foreach (var c in VillageWords)
        {
            var id = SyllableTable.IdOf(CharacterReadings.Of(c)[0]);
            share[id] = Math.Max(share.GetValueOrDefault(id), VillageWordShare);
        }
        return share;
    }
}
