using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Numbers the characters by what they may be said as: characters with the same readings of the same origins are one class.</summary>
internal sealed class SoundClasses
{
    private readonly ushort[] _class = new ushort[char.MaxValue + 1];

    public SoundClasses(ReadOnlySpan<char> text)
    {
        var numbers = new Numbered<string>();
        var (first, further) = (new List<ushort>(), new List<(ushort, ushort)>());
        var seen = new bool[char.MaxValue + 1];
        foreach (var c in text)
        {
            if (seen[c]) continue;
            seen[c] = true;
            var spoken = HeardCharacter.Spoken(c);
            var number = _class[c] = (ushort)numbers.Of(string.Join(' ', spoken));
            if (number < first.Count) continue;
            first.Add((ushort)(spoken.Count > 0 ? spoken[0] : SoundInventory.Whole.Varieties.Length));
            further.AddRange(spoken.Skip(1).Select(v => (number, (ushort)v)));
        }
        (First, Further) = ([.. first], [.. further]);
    }

    public int Count => First.Length;

    /// <summary>Variety of each class in its commonest reading; one past the last for characters without a reading.</summary>
    public ushort[] First { get; }

    /// <summary>Varieties of the rarer readings.</summary>
    public (ushort Class, ushort Variety)[] Further { get; }

    /// <summary>The class of each character of a text.</summary>
    public ushort[] Of(ReadOnlySpan<char> text)
    {
        var classes = new ushort[text.Length];
        for (var i = 0; i < text.Length; i++) classes[i] = _class[text[i]];
        return classes;
    }
}
