using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Tests.Interview;

/// <summary>Beliefs to ask from.</summary>
internal static class Belief
{
    public static HomeDistribution Prior { get; } = Of([.. CountySet.All.Select(c => c.Share)]);

    /// <summary>Position of a county.</summary>
    public static int At(string code) => CountySet.All.ToList().FindIndex(c => c.Code.Digits == code);

    public static HomeDistribution Of(double[] weights, params HomeClue[] clues)
    {
        var sum = weights.Sum();
        return new HomeDistribution(Array.ConvertAll(weights, w => w / sum), clues, declined: false);
    }

    /// <summary>Most belief in one county, the rest as before anything is known.</summary>
    public static HomeDistribution In(string code, double share, params HomeClue[] clues)
    {
        double[] weights = [.. CountySet.All.Select(c => c.Share * (1 - share))];
        weights[At(code)] += share;
        return Of(weights, clues);
    }

    /// <summary>Belief spread over divisions by the shares of their counties.</summary>
    public static HomeDistribution Inside(params string[] codes) =>
        Of([.. CountySet.All.Select(c => codes.Any(d => c.Code.Digits.StartsWith(d, StringComparison.Ordinal)) ? c.Share : c.Share * 1e-3)]);
}
