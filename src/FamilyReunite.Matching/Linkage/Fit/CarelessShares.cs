namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>What pairs of one person look like when a row was written carelessly: each field says what it usually says, or anything.
/// Only how many there are is learnt: shares of their own would take in strangers where a file says little.</summary>
internal static class CarelessShares
{
    /// <summary>Share of the pairs of one person, before anything is learnt …</summary>
    public const double Start = 0.15;

    /// <summary>… and at most.</summary>
    public const double Most = 0.3;

    /// <summary>Share of fields that such a pair leaves as they usually are.</summary>
    private const double Usual = 0.75;

    public static double[] Of(double[] m, double[] u)
    {
        var shares = new double[m.Length];
        for (var l = 1; l < m.Length; l++) shares[l] = Usual * m[l] + (1 - Usual) * u[l];
        return shares;
    }
}
