using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Sounds;

/// <summary>One way in which a spoken name may be noted.</summary>
/// <param name="Pinyin">The syllables heard, toneless, parted by spaces (v = ü); the level word left out.</param>
/// <param name="Written">The commonest characters of place names for these syllables, and the level word.</param>
/// <param name="Others">For each syllable further common characters, the commonest first.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Right">True when the sound is the Mandarin reading of the name.</param>
public sealed record HeardForm(string Pinyin, string Written, IReadOnlyList<string> Others, double Probability, bool Right);

/// <summary>Lists what a listener trained in Mandarin writes when a name is said in a dialect area. Thread-safe.</summary>
/// <param name="area">Dialect area as <see cref="ConfusionTable.Areas"/> spells it; any other name stands for its group or for all areas.</param>
public sealed class HeardForms(string area = ConfusionTable.Pooled)
{
    /// <summary>Share of the commonest reading where a character has several; estimated.</summary>
    private const double FirstReading = 0.85;

    /// <summary>Sounds of one syllable that are followed up.</summary>
    private const int Widest = 40;

    private const int LongestName = 12, Characters = 4;

    private static readonly SoundInventory Sounds = SoundInventory.Whole;

    private readonly ListenerModel _model = ListenerModel.For(area);

    /// <summary>The likeliest forms, best first; empty when the name holds no Han character or is no name at all.</summary>
    public IReadOnlyList<HeardForm> Of(string name, int top)
    {
        var han = string.Concat(PlainText.Of(name).Where(c => HeardCharacter.Spoken(c).Count > 0));
        var cut = NameCore.Heard(han).Length;
        if (cut is 0 or > LongestName || top < 1) return [];
        var (core, level) = (han[..cut], han[cut..]);
        var right = string.Join(' ', core.Select(c => CharacterReadings.Of(c)[0]));
        var losable = core.Length > 2 ? Enumerable.Range(1, core.Length - 1).Where(i => Slips.IsFree(core[i])).ToList() : [];
        var whole = Math.Log(1 - losable.Count * Math.Exp(Slips.Free));
        var ways = Ways([.. core.Select(Heard)], top).Select(w => (w.Syllables, Log: w.Log + whole));
        foreach (var i in losable) ways = ways.Concat(Ways([.. core.Remove(i, 1).Select(Heard)], top).Select(w => (w.Syllables, w.Log + Slips.Free)));
        return [.. ways.GroupBy(w => string.Join(' ', w.Syllables.Select(s => Sounds.Pinyin[s]))).Select(g => (Pinyin: g.Key, g.First().Syllables, P: g.Sum(w => Math.Exp(w.Log))))
            .OrderByDescending(w => w.P).ThenBy(w => w.Pinyin, StringComparer.Ordinal).Take(top)
            .Select(w => Form(w.Syllables, w.Pinyin, level, w.P, w.Pinyin == right))];
    }

    /// <summary>P(heard) of the likeliest sounds of a spoken character, all its readings counted.</summary>
    private (int Syllable, double Log)[] Heard(char c)
    {
        var spoken = HeardCharacter.Spoken(c);
        var p = new double[Sounds.Syllables.Length];
        for (var r = 0; r < spoken.Count; r++)
        {
            var share = spoken.Count == 1 ? 1 : r == 0 ? FirstReading : (1 - FirstReading) / (spoken.Count - 1);
            for (var h = 0; h < p.Length; h++) p[h] += share * Math.Exp(_model.Log(h, spoken[r]));
        }
        return [.. p.Select((x, h) => (h, Math.Log(x))).OrderByDescending(x => x.Item2).Take(Widest)];
    }

    /// <summary>The likeliest sequences, one syllable a place, found best first.</summary>
    private static List<(int[] Syllables, double Log)> Ways((int Syllable, double Log)[][] heard, int top)
    {
        List<(int[] Syllables, double Log)> ways = [([], 0)];
        foreach (var sounds in heard)
            ways = [.. ways.SelectMany(w => sounds.Select(s => (w.Syllables, s, Log: w.Log + s.Log))).OrderByDescending(x => x.Log).Take(Math.Max(top, Widest)).Select(x => ((int[])[.. x.Syllables, x.s.Syllable], x.Log))];
        return ways;
    }

    private static HeardForm Form(int[] syllables, string pinyin, string level, double p, bool right)
    {
        var common = syllables.Select(s => NameCharacters.CommonestOf(Sounds.Pinyin[s])).ToList();
        return new HeardForm(pinyin, string.Concat(common.Select(c => c.Length > 0 ? c[..1] : "□")) + level, [.. common.Select(c => c.Length > 1 ? c[1..Math.Min(c.Length, Characters)] : "")], Math.Min(1, p), right);
    }
}
