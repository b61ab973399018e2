using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Numbers the characters by what they may be said as: characters with the same readings of the same origins are one class.</summary>
internal sealed class SoundClasses
{
    private readonly ushort[] _class = new ushort[char.MaxValue + 1];

    public SoundClasses(ReadOnlySpan<char> text)
    {
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal) { [""] = 0 };
        var readings = new List<ushort[]> { Array.Empty<ushort>() };
        var seen = new bool[char.MaxValue + 1];
        foreach (var c in text)
        {
            if (seen[c]) continue;
            seen[c] = true;
            ushort[] own = [.. HeardCharacter.Spoken(c).Select(v => (ushort)v)];
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
}
