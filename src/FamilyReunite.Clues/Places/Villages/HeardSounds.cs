using System.Buffers;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>For one heard text, log P(its character | class of characters) at every position, by dialect area.</summary>
internal sealed class HeardSounds(string text, SoundClasses classes, AreaSounds[] areas, CharacterUse use) : IDisposable
{
    private readonly List<HeardSound>[] _heard = [.. text.Select(HeardCharacter.Of)];
    private readonly float[]?[] _rows = new float[areas.Length][];

    public string Text => text;

    /// <summary>-log P(character) at each position.</summary>
    public double[] Rarity { get; } = [.. text.Select(use.Rarity)];

    /// <summary>-log P(syllable) at each position.</summary>
    public double[] SoundRarity { get; } = [.. text.Select(use.SoundRarity)];

    public int Width => classes.Readings.Length;

    /// <summary>Rows of <see cref="Width"/> numbers, one row a position.</summary>
    public float[] In(int area)
    {
        if (_rows[area] is { } known) return known;
        var rows = ArrayPool<float>.Shared.Rent(text.Length * Width);
        for (var i = 0; i < text.Length; i++) areas[area].Fill(rows.AsSpan(i * Width, Width), _heard[i], classes.Readings);
        return _rows[area] = rows;
    }

    public void Dispose()
    {
        foreach (var rows in _rows)
            if (rows is not null) ArrayPool<float>.Shared.Return(rows);
    }
}
