using FamilyReunite.Clues.Sounds;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>Where in a name a character stands; the first of a name without known surname may be either.</summary>
internal enum NamePlace { Surname, Given, Either }

/// <summary>How common a surname, a character in given names and their sounds are, from the published frequencies in the parameter table: agreeing on 王 says less than on 欧.</summary>
internal static class NameFrequency
{
    /// <summary>Share of a surname or a character that the tables do not list; about what stands below their last row.</summary>
    private const double Rare = 0.0008;

    /// <summary>Characters of call names ("老二", "小妹"): shared by so many that they tell little. Estimated.</summary>
    private const string CallNames = "老大小阿二三四五六七八九幺么狗娃妹毛蛋丫宝儿妞子囡妮仔哥姐弟铁牛";

    private const double CallNameShare = 0.04;

    private static readonly Dictionary<char, double> Surnames = Read();
    private static readonly Dictionary<char, double> Given = ReadGiven();
    private static readonly Dictionary<int, double> SurnameSounds = Sounds(Surnames);
    private static readonly Dictionary<int, double> GivenSounds = Sounds(Given);
    private static readonly HashSet<int> CallNameSounds = [.. CallNames.SelectMany(CharacterReadings.Of).Select(SyllableTable.IdOf)];

    /// <summary>log of the share of people whose name has this character at this place.</summary>
    public static double LogCharacter(char character, NamePlace place) => Math.Log(Math.Max(Rare, Share(Surnames, Given, character, place)));

    public static double LogSound(ReadOnlySpan<int> readings, NamePlace place)
    {
        var most = Rare * 2;
        foreach (var r in readings) most = Math.Max(most, Share(SurnameSounds, GivenSounds, r, place));
        return Math.Log(most);
    }

    /// <summary>True when one of the readings is that of a character of call names.</summary>
    public static bool SoundsLikeCallName(ReadOnlySpan<int> readings)
    {
        foreach (var r in readings)
            if (CallNameSounds.Contains(r)) return true;
        return false;
    }

    private static double Share<T>(Dictionary<T, double> surnames, Dictionary<T, double> given, T key, NamePlace place) where T : notnull => place switch
    {
        NamePlace.Surname => surnames.GetValueOrDefault(key),
        NamePlace.Given => given.GetValueOrDefault(key),
        _ => Math.Max(surnames.GetValueOrDefault(key), given.GetValueOrDefault(key)),
    };

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
