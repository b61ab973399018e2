namespace FamilyReunite.Matching.Comparison;

/// <summary>Log ratios for measured values.</summary>
internal static class LikelihoodRatio
{
    private static readonly double Root = Math.Sqrt(2 * Math.PI);

    /// <summary>log of how much likelier a difference is between two measurements of one person than between two persons.</summary>
    /// <param name="sd">Of the difference, for one person.</param>
    /// <param name="strangers">Density of such a difference between strangers, per unit.</param>
    /// <param name="gross">Share of gross errors; what a difference can speak against at most is its logarithm.</param>
    public static double OfDifference(double difference, double sd, double strangers, double gross)
    {
        var z = difference / sd;
        return Math.Log((1 - gross) * Math.Exp(-z * z / 2) / (sd * Root) / strangers + gross);
    }

    /// <summary>Standard deviation of a value that lies anywhere in a range.</summary>
    public static double OfWidth(double width) => width / 3.4641;
}
