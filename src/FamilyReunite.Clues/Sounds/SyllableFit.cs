namespace FamilyReunite.Clues.Sounds;

/// <summary>
/// Joins P(heard initial) and P(heard final) so that only syllables of Mandarin are heard: P(syllable | variety) = a · b / norm, with a and b scaled until the shares of
/// initials and finals, over all varieties by their use, come out as given.
/// </summary>
internal sealed class SyllableFit
{
    /// <summary>More rounds follow the given shares closer than their sampling deserves.</summary>
    private const int Rounds = 2;

    private const double LeastStep = 0.2, MostStep = 5;

    private readonly SoundInventory _sounds;
    private readonly double[][] _wantInitials, _wantFinals, _reach;
    private readonly double[] _initialUse, _finalUse;

    /// <param name="initials">P(heard initial) of each spoken initial.</param>
    public SyllableFit(SoundInventory sounds, double[][] initials, double[][] finals)
    {
        (_sounds, _wantInitials, _wantFinals, _reach) = (sounds, initials, finals, sounds.InitialMeetsFinal);
        (_initialUse, _finalUse) = (sounds.InitialUse, sounds.FinalUse);
        (Initials, Finals, Norm) = ([.. initials.Select(x => (double[])x.Clone())], [.. finals.Select(x => (double[])x.Clone())], new double[sounds.Varieties.Length]);
        for (var round = 0; round < Rounds; round++)
        {
            Scale(Initials, HeardInitials(), _wantInitials, _initialUse);
            Scale(Finals, HeardFinals(), _wantFinals, _finalUse);
        }
        HeardInitials();
    }

    /// <summary>Factor of each heard initial, by spoken initial.</summary>
    public double[][] Initials { get; }

    /// <summary>Factor of each heard final, by spoken final.</summary>
    public double[][] Finals { get; }

    /// <summary>Sum of the products over all syllables, by variety.</summary>
    public double[] Norm { get; }

    private double[][] HeardInitials()
    {
        var reach = Array.ConvertAll(Finals, f => Array.ConvertAll(_reach, row => Dot(row, f)));
        var heard = Array.ConvertAll(Initials, x => new double[x.Length]);
        for (var v = 0; v < Norm.Length; v++)
        {
            var (_, i, f) = _sounds.Varieties[v];
            Norm[v] = Dot(Initials[i], reach[f]);
            Add(heard[i], Initials[i], reach[f], _sounds.Weights[v] / Norm[v]);
        }
        return heard;
    }

    private double[][] HeardFinals()
    {
        var reach = Array.ConvertAll(Initials, x =>
        {
            var sum = new double[_sounds.FinalSounds.Length];
            for (var i = 0; i < x.Length; i++)
                for (var f = 0; f < sum.Length; f++) sum[f] += x[i] * _reach[i][f];
            return sum;
        });
        var heard = Array.ConvertAll(Finals, x => new double[x.Length]);
        for (var v = 0; v < Norm.Length; v++)
        {
            var (_, i, f) = _sounds.Varieties[v];
            Add(heard[f], Finals[f], reach[i], _sounds.Weights[v] / Dot(Finals[f], reach[i]));
        }
        return heard;
    }

    private static void Scale(double[][] factors, double[][] heard, double[][] want, double[] use)
    {
        for (var s = 0; s < factors.Length; s++)
            for (var h = 0; h < factors[s].Length; h++)
                if (heard[s][h] > 0) factors[s][h] *= Math.Clamp(want[s][h] * use[s] / heard[s][h], LeastStep, MostStep);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Add(double[] to, double[] a, double[] b, double times)
    {
        for (var i = 0; i < to.Length; i++) to[i] += times * a[i] * b[i];
    }
}
