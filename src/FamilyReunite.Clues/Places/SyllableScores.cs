using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places;

/// <summary>Syllables as small numbers, and how likely one is heard for another with all dialect areas pooled.</summary>
internal sealed class SyllableScores
{
    /// <summary>Share of listeners who hear right whatever the dialect; estimated. The pooled table alone ranks z above zh for a spoken zh.</summary>
    private const double HeardRight = 0.6;

    /// <summary>Log-probability taken off for a reading that is not the commonest of its character.</summary>
    private const float RareReading = 0.7f;

    private readonly Dictionary<string, short> _ids = new(StringComparer.Ordinal);
    private readonly List<Syllable> _syllables = [];
    private readonly Dictionary<char, short[]> _readings = [];
    private float[][]? _pooled;

    public int Count => _syllables.Count;

    /// <summary>Numbers of a character's readings, the commonest first; empty for one that has none.</summary>
    public short[] Of(char c)
    {
        if (_readings.TryGetValue(c, out var known)) return known;
        var readings = CharacterReadings.Of(c).Select(Id).ToArray();
        if (_pooled is null) _readings[c] = readings;
        return readings;
    }

    /// <summary>Closes the table: no syllable is added any more and it may be read from many threads.</summary>
    public void Freeze()
    {
        var table = ConfusionTable.For(ConfusionTable.Pooled);
        var pooled = new float[Count][];
        for (var heard = 0; heard < Count; heard++)
        {
            pooled[heard] = new float[Count];
            for (var spoken = 0; spoken < Count; spoken++) pooled[heard][spoken] = (float)Math.Log(Mixed(table, heard, spoken));
        }
        _pooled = pooled;
    }

    /// <summary>log P(what this character sounds like | each spoken syllable); null when it has no reading.</summary>
    public float[]? Heard(char c)
    {
        var readings = CharacterReadings.Of(c);
        float[]? best = null;
        for (var r = 0; r < readings.Count; r++)
        {
            if (!_ids.TryGetValue(readings[r], out var id)) continue;
            var row = _pooled![id];
            if (best is null) { best = r == 0 ? [.. row] : [.. row.Select(x => x - RareReading)]; continue; }
            for (var i = 0; i < best.Length; i++) best[i] = Math.Max(best[i], row[i] - RareReading);
        }
        return best;
    }

    /// <summary>log P(heard | spoken) of two characters, half by the speaker's dialect area.</summary>
    public double InArea(char heard, char spoken, ConfusionTable area)
    {
        var best = 0.0;
        foreach (var h in CharacterReadings.Of(heard))
        {
            if (!_ids.TryGetValue(h, out var hid)) continue;
            foreach (var s in CharacterReadings.Of(spoken))
                if (_ids.TryGetValue(s, out var sid)) best = Math.Max(best, (Math.Exp(_pooled![hid][sid]) + Mixed(area, hid, sid)) / 2);
        }
        return Math.Log(Math.Max(best, 1e-7));
    }

    private double Mixed(ConfusionTable table, int heard, int spoken) =>
        (heard == spoken ? HeardRight : 0) + (1 - HeardRight) * table.Probability(_syllables[heard], _syllables[spoken]);

    private short Id(string pinyin)
    {
        if (_ids.TryGetValue(pinyin, out var id)) return id;
        _syllables.Add(Syllable.Parse(pinyin));
        return _ids[pinyin] = (short)(_syllables.Count - 1);
    }
}
