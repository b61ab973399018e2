using FamilyReunite.Clues.Sounds;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>How common a surname, a character in given names and their sounds are, from the published frequencies in the parameter table: agreeing on 王 says less than on 欧.</summary>
internal static class NameFrequency
{
    /// <summary>Share of a surname or a character that the tables do not list; about what stands below their last row.</summary>
    private const double Rare = 0.0008;

    /// <summary>Characters of call names ("老二", "小妹"): shared by so many that they tell little. Estimated.</summary>
    private const string CallNames = "老大小阿二三四五六幺狗娃妹毛蛋丫宝石头英红军";

    private const double CallNameShare = 0.04;

    private static readonly Dictionary<char, double> Surnames = Read();
    private static readonly Dictionary<char, double> Given = ReadGiven();
    private static readonly Dictionary<int, double> SurnameSounds = Sounds(Surnames);
    private static readonly Dictionary<int, double> GivenSounds = Sounds(Given);

    /// <summary>log of the share of people whose name has this character at this place.</summary>
    public static double LogCharacter(char character, bool surname) => Math.Log(Math.Max(Rare, (surname ? Surnames : Given).GetValueOrDefault(character)));

    public static double LogSound(ReadOnlySpan<int> readings, bool surname)
    {
        var most = Rare * 2;
        foreach (var r in readings) most = Math.Max(most, (surname ? SurnameSounds : GivenSounds).GetValueOrDefault(r));
        return Math.Log(most);
    }

    private static Dictionary<char, double> Read() => SimulationParameters.For(SimulationProfile.Training).Group("surname").Where(r => r.Key.Length == 1)
        .ToDictionary(r => r.Key[0], r => double.Parse(r.Value, System.Globalization.CultureInfo.InvariantCulture) / 100);

    /// <summary>The lists are in order of frequency; the n-th counts 1/(n + 6), as the simulator draws them.</summary>
    private static Dictionary<char, double> ReadGiven()
    {
        var share = new Dictionary<char, double>();
        var lists = SimulationParameters.For(SimulationProfile.Training).Group("given");
        foreach (var (_, value) in lists)
        {
            var characters = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var sum = characters.Select((_, i) => 1.0 / (i + 7)).Sum();
            for (var i = 0; i < characters.Length; i++) share[characters[i][0]] = share.GetValueOrDefault(characters[i][0]) + 1.0 / (i + 7) / sum / lists.Count;
        }
        foreach (var c in CallNames) share[c] = Math.Max(share.GetValueOrDefault(c), CallNameShare);
        return share;
    }

    private static Dictionary<int, double> Sounds(Dictionary<char, double> characters)
    {
        var sounds = new Dictionary<int, double>();
        foreach (var (c, share) in characters)
        {
            if (CharacterReadings.Of(c) is { Count: > 0 } r) sounds[SyllableTable.IdOf(r[0])] = sounds.GetValueOrDefault(SyllableTable.IdOf(r[0])) + share;
        }
        return sounds;
    }
}
