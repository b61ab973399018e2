namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Arithmetic on one number a county, weighed by <see cref="County.Share"/>.</summary>
internal static class Belief
{
    private static readonly Lazy<double[]> Loaded = new(() => [.. CountySet.All.Select(c => c.Share)]);

    public static double[] Shares => Loaded.Value;

    public static double[] Empty() => new double[Shares.Length];

    /// <summary>Ratio of a clue whose likelihood is known up to a factor.</summary>
    /// <param name="trust">0 to 1: how surely the clue speaks of home at all.</param>
    public static double[] FromLikelihood(IReadOnlyList<double> likelihood, double trust)
    {
        var mean = 0.0;
        for (var i = 0; i < Shares.Length; i++) mean += likelihood[i] * Shares[i];
        var ratio = Empty();
        for (var i = 0; i < ratio.Length; i++) ratio[i] = mean > 0 ? 1 - trust + trust * likelihood[i] / mean : 1;
        return ratio;
    }

    /// <summary>Ratio of a clue that was read into belief over counties; what it leaves over says nothing.</summary>
    public static double[] FromPosterior(double[] posterior, double trust)
    {
        var left = Math.Max(0, 1 - posterior.Sum());
        var ratio = Empty();
        for (var i = 0; i < ratio.Length; i++) ratio[i] = 1 - trust + trust * (left + posterior[i] / Shares[i]);
        return ratio;
    }

    /// <summary>Nats by which a clue alone would move the belief: 0 for one that says nothing.</summary>
    public static double Information(double[] ratio)
    {
        var sum = 0.0;
        for (var i = 0; i < ratio.Length; i++)
            if (ratio[i] > 0) sum += Shares[i] * ratio[i] * Math.Log(ratio[i]);
        return sum;
    }
}
