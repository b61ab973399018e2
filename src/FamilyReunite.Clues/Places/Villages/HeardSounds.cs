using System.Buffers;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>For the words below the county, log P(character | class of characters) at every position, by dialect area. One thread's; give back by disposing.</summary>
internal sealed class HeardSounds : IDisposable
{
    private readonly List<HeardSound>[] _heard;
    private readonly (List<HeardSound> Sound, double Rarity)[][] _also;
    private readonly AreaSounds[] _areas;
    private readonly SoundClasses _classes;
    private readonly int _from;
    private readonly bool[] _filled;
    private readonly float[] _rows;

    /// <summary>What a second hearing of the same words counts beside the first: the same mouth and mostly the same ear. Estimated.</summary>
    private const float Again = 0.4f;

    /// <param name="also">Other hearings of the text, each as long as it.</param>
    /// <param name="from">Position before which nothing is looked up.</param>
    public HeardSounds(string text, int from, IReadOnlyList<string> also, SoundClasses classes, AreaSounds[] areas, CharacterUse use)
    {
        (Text, _from, _classes, _areas, _filled) = (text, from, classes, areas, new bool[areas.Length]);
        _heard = [.. text.Skip(from).Select(HeardCharacter.Of)];
        _also = [.. also.Select(a => a.Skip(from).Select(c => (HeardCharacter.Of(c), use.SoundRarity(c))).ToArray())];
        _rows = ArrayPool<float>.Shared.Rent(areas.Length * _heard.Length * classes.Count);
        Rarity = [.. text.Select(use.Rarity)];
        SoundRarity = [.. text.Select(use.SoundRarity)];
    }

    public string Text { get; }

    /// <summary>-log P(character) at each position.</summary>
    public double[] Rarity { get; }

    /// <summary>-log P(syllable) at each position.</summary>
    public double[] SoundRarity { get; }

    /// <summary>Where the row of a position begins.</summary>
    public int Row(int position) => (position - _from) * _classes.Count;

    /// <summary>The rows of an area; that of a position begins at <see cref="Row"/>, a number a class.</summary>
    public ReadOnlySpan<float> In(int area)
    {
        var rows = _rows.AsSpan(area * _heard.Length * _classes.Count, _heard.Length * _classes.Count);
        if (_filled[area]) return rows;
        for (var i = 0; i < _heard.Length; i++) _areas[area].Fill(rows.Slice(i * _classes.Count, _classes.Count), _heard[i]);
        if (_also.Length > 0) HearAgain(rows, _areas[area]);
        _filled[area] = true;
        return rows;
    }

    private void HearAgain(Span<float> rows, AreaSounds area)
    {
        var again = new float[_classes.Count];
        foreach (var hearing in _also)
            for (var i = 0; i < _heard.Length; i++)
            {
                area.Fill(again, hearing[i].Sound);
                var row = rows.Slice(i * _classes.Count, _classes.Count);
                for (var c = 0; c < row.Length; c++) row[c] += Again * (again[c] + (float)hearing[i].Rarity);
            }
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_rows);
}
