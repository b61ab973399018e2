using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Numbers the characters by what they may be said as: characters with the same readings of the same origins are one class.</summary>
internal sealed class SoundClasses
{
    /// <summary>Log-probability taken off for a reading that is not the commonest of its character; estimated.</summary>
    public const float RareReading = 1.8f;

    private readonly ushort[] _class = new ushort[char.MaxValue + 1];

    public SoundClasses(ReadOnlySpan<char> text)
    {
        var sounds = SoundInventory.Whole;
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal) { [""] = 0 };
        var readings = new List<ushort[]> { Array.Empty<ushort>() };
        var seen = new bool[char.MaxValue + 1];
        foreach (var c in text)
        {
            if (seen[c]) continue;
            seen[c] = true;
            ushort[] own = [.. CharacterReadings.Of(c).Select(r => sounds.VarietyOf(c, r)).Where(v => v >= 0).Select(v => (ushort)v)];
            var key = string.Join(' ', own);
            if (!known.TryGetValue(key, out var id))
            {
                known[key] = id = (ushort)readings.Count;
                readings.Add(own);
            }
            _class[c] = id;
        }
        Readings = [.. readings];
    }

    /// <summary>Varieties of each class, the commonest reading first; class 0 has none.</summary>
    public ushort[][] Readings { get; }

    /// <summary>The class of each character of a text.</summary>
    public ushort[] Of(ReadOnlySpan<char> text)
    {
        var classes = new ushort[text.Length];
        for (var i = 0; i < text.Length; i++) classes[i] = _class[text[i]];
        return classes;
    }

    /// <summary>Numbers of the syllables that a heard character may stand for, the commonest first.</summary>
    public static List<ushort> Heard(char c)
    {
        var heard = new List<ushort>(2);
        foreach (var pinyin in CharacterReadings.Of(c))
            if (SoundInventory.Whole.SyllableOf(pinyin) is >= 0 and var id) heard.Add((ushort)id);
        return heard;
    }
}
