using System.Collections.Concurrent;

namespace FamilyReunite.Clues.Sounds;

/// <summary>
/// P(heard syllable | what was spoken) in one dialect area. The tables give the initial and the final each by itself; here they are divided among the older sounds that the
/// area keeps apart (<see cref="OriginSplit"/>) and joined so that only syllables of Mandarin are heard (<see cref="SyllableFit"/>).
/// </summary>
internal sealed class ListenerModel
{
    /// <summary>Share of syllables said as in Mandarin whatever the dialect; estimated.</summary>
    private const double HeardRight = 0.1;

    private const double Least = 1e-9;

    private static readonly ConcurrentDictionary<string, ListenerModel> Loaded = new(StringComparer.Ordinal);

    private readonly SoundInventory _sounds = SoundInventory.Whole;
    private readonly float[][] _initials, _finals;
    private readonly float[] _norm, _right;

    private ListenerModel(string area)
    {
        var mix = new ConfusionMix(area);
        var fit = new SyllableFit(_sounds,
            OriginSplit.Of(_sounds.InitialSounds, _sounds.Initials, _sounds.InitialUse, mix.Initials(_sounds.InitialSounds), InitialOrigins.Fit),
            OriginSplit.Of(_sounds.FinalSounds, _sounds.Finals, _sounds.FinalUse, mix.Finals(_sounds.FinalSounds), FinalOrigins.Fit));
        (_initials, _finals) = (ByHeard(fit.Initials, _sounds.InitialSounds.Length), ByHeard(fit.Finals, _sounds.FinalSounds.Length));
        (_norm, _right) = (new float[fit.Norm.Length], new float[fit.Norm.Length]);
        for (var v = 0; v < _norm.Length; v++)
        {
            var (s, i, f) = _sounds.Varieties[v];
            _norm[v] = (float)Math.Log((1 - HeardRight) / fit.Norm[v]);
            _right[v] = (float)Math.Log(HeardRight + (1 - HeardRight) * fit.Initials[i][_sounds.InitialOf[s]] * fit.Finals[f][_sounds.FinalOf[s]] / fit.Norm[v]);
        }
    }

    /// <summary>The model of an area as <see cref="ConfusionTable.Areas"/> spells it; for any other name that of its group or of all areas.</summary>
    public static ListenerModel For(string area) => Loaded.GetOrAdd(area, a => new ListenerModel(a));

    /// <summary>log P(heard syllable | variety), both by their numbers in <see cref="SoundInventory"/>.</summary>
    public float Log(int heard, int variety)
    {
        var (s, i, f) = _sounds.Varieties[variety];
        return heard == s ? _right[variety] : _initials[_sounds.InitialOf[heard]][i] + _finals[_sounds.FinalOf[heard]][f] + _norm[variety];
    }

    /// <summary>Raises the number of every variety to log P(heard syllable | variety) + <paramref name="cost"/> where that is more.</summary>
    public void Raise(int heard, float cost, Span<float> best)
    {
        var (initials, finals, varieties) = (_initials[_sounds.InitialOf[heard]], _finals[_sounds.FinalOf[heard]], _sounds.Varieties);
        for (var v = 0; v < varieties.Length; v++) best[v] = Math.Max(best[v], initials[varieties[v].Initial] + finals[varieties[v].Final] + _norm[v] + cost);
        foreach (var v in _sounds.VarietiesOf[heard]) best[v] = Math.Max(best[v], _right[v] + cost);
    }

    private static float[][] ByHeard(double[][] bySpoken, int sounds) =>
        [.. Enumerable.Range(0, sounds).Select(h => Array.ConvertAll(bySpoken, row => (float)Math.Log(Math.Max(Least, row[h]))))];
}
