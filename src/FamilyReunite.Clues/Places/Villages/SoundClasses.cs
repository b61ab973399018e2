using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Numbers the syllables, and the characters by what they may be read as: characters with the same readings are one class.</summary>
internal sealed class SoundClasses
{
    /// <summary>Log-probability taken off for a reading that is not the commonest of its character; estimated.</summary>
    public const float RareReading = 1.2f;

    private readonly ushort[] _class = new ushort[char.MaxValue + 1];
    private readonly Dictionary<string, ushort> _syllableIds = new(StringComparer.Ordinal);

    public SoundClasses(ReadOnlySpan<char> text)
    {
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal) { [""] = 0 };
        var readings = new List<ushort[]> { Array.Empty<ushort>() };
        var syllables = new List<Syllable>();
        var seen = new bool[char.MaxValue + 1];
        foreach (var c in text)
        {
            if (seen[c]) continue;
            seen[c] = true;
            var own = CharacterReadings.Of(c);
            var key = string.Join(' ', own);
            if (!known.TryGetValue(key, out var id))
            {
                known[key] = id = (ushort)readings.Count;
                readings.Add([.. own.Select(Number)]);
            }
            _class[c] = id;
        }
        (Readings, Syllables) = ([.. readings], [.. syllables]);

        ushort Number(string pinyin)
        {
            if (_syllableIds.TryGetValue(pinyin, out var id)) return id;
            syllables.Add(Syllable.Parse(pinyin));
            return _syllableIds[pinyin] = (ushort)(syllables.Count - 1);
        }
    }

    /// <summary>Syllables of each class, the commonest first; class 0 has none.</summary>
    public ushort[][] Readings { get; }

    public Syllable[] Syllables { get; }

    /// <summary>The class of each character of a text.</summary>
    public ushort[] Of(ReadOnlySpan<char> text)
    {
        var classes = new ushort[text.Length];
        for (var i = 0; i < text.Length; i++) classes[i] = _class[text[i]];
        return classes;
    }

    /// <summary>Numbers of the syllables that a heard character may stand for, the commonest first.</summary>
    public List<ushort> Heard(char c)
    {
        var heard = new List<ushort>(2);
        foreach (var pinyin in CharacterReadings.Of(c))
            if (_syllableIds.TryGetValue(pinyin, out var id)) heard.Add(id);
        return heard;
    }
}
