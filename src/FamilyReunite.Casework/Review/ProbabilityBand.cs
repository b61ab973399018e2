namespace FamilyReunite.Casework.Review;

/// <summary>The word scale in which a calibrated probability is shown; a lone percentage says more than it knows.</summary>
public enum ProbabilityBand { AlmostImpossible, Unlikely, WeakLead, Possible, Likely, VeryLikely, AlmostCertain }

public static class ProbabilityBands
{
    private static readonly double[] Bounds = [.01, .10, .25, .50, .80, .95];

    /// <summary>A bound belongs to the word above it, only .95 itself is still "very likely".</summary>
    public static ProbabilityBand Of(double probability) => probability > .95 ? ProbabilityBand.AlmostCertain : (ProbabilityBand)Bounds.Take(5).Count(b => probability >= b);

    /// <summary>Lowest and highest probability that the word covers, each 0 to 1.</summary>
    public static (double Low, double High) Range(ProbabilityBand band) => (band == 0 ? 0 : Bounds[(int)band - 1], (int)band == Bounds.Length ? 1 : Bounds[(int)band]);
}
