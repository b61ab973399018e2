using System.Globalization;
using System.Text;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Writes down what a speaker of a dialect says, as somebody who knows Mandarin only would.</summary>
internal sealed class Listener(SimulationParameters parameters)
{
    private const string Pooled = "全部";
    private const string LevelWords = "省市县区州旗镇乡村";

    private static readonly Lazy<Dictionary<(string Area, char Kind, string True), Weighted<string>>> Confusions = new(() =>
        TableFile.Rows("confusions.tsv").ToDictionary(r => (r[0], r[1][0], Sound(r[2])), r => new Weighted<string>(r[3].Split(' ').Select(Heard))));

    /// <summary>The text as heard. Level words at its end may be lost or kept; everything else is written by sound.</summary>
    public string Hear(string text, string area, Random random)
    {
        var table = random.Chance(parameters.Rate("listener-own-area")) ? area : Pooled;
        var heard = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '·') continue;
            if (i > 0 && LevelWords.Contains(text[i], StringComparison.Ordinal))
            {
                if (i < text.Length - 1 || !random.Chance(parameters.Rate("heard-level-lost"))) heard.Append(text[i]);
            }
            else heard.Append(Hear(text[i], table, random));
        }
        return heard.ToString();
    }

    /// <summary>The same sound in another character: what a clerk writes who knows no better.</summary>
    public static char Homophone(char character, Random random) =>
        Syllables.Of(character) is { } s ? Written(s, random) : character;

    private char Hear(char character, string table, Random random)
    {
        if (Syllables.Of(character) is not { } syllable) return character;
        var (initial, final) = Syllables.Split(syllable);
        if (random.Chance(parameters.Rate("listener-strength")))
        {
            var i = Draw(table, 'I', initial, random);
            var f = Draw(table, 'F', final, random);
            if (Syllables.Compose(i, f) is { } other && other != syllable) return Written(other, random);
        }
        return random.Chance(parameters.Rate("listener-keeps-character")) ? character : Written(syllable, random);
    }

    private static string Draw(string table, char kind, string sound, Random random) =>
        Confusions.Value.TryGetValue((table, kind, sound), out var w) || Confusions.Value.TryGetValue((Pooled, kind, sound), out w) ? w.Pick(random) : sound;

    /// <summary>Common characters are written far more often than rare ones.</summary>
    private static char Written(string syllable, Random random)
    {
        var characters = Syllables.Written(syllable);
        var u = random.NextDouble();
        return characters[(int)(u * u * Math.Min(characters.Length, 12))];
    }

    private static string Sound(string s) => s == "-" ? "" : s;

    private static (string, double) Heard(string s)
    {
        var at = s.IndexOf(':', StringComparison.Ordinal);
        return (Sound(s[..at]), double.Parse(s.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }
}
