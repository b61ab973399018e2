using System.Globalization;
using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Belief before any clue: where people come from who are found at a place.</summary>
internal static class FoundPrior
{
    /// <summary>Parts of those found who come from the prefecture, from its province, from within some 200 km, from anywhere. Estimated: published reunions name one in four to five inside the province.</summary>
    private static readonly (double Prefecture, double Province, double Near) Usual = (0.07, 0.09, 0.12);

    /// <summary>The same for those who lost their way a short time ago.</summary>
    private static readonly (double Prefecture, double Province, double Near) Strayed = (0.35, 0.17, 0.2);

    /// <summary>Of those who were sold or brought as children or brides more come from the poor provinces of the southwest than of others who are lost; factors estimated from what courts and volunteer sites have published of their cases.</summary>
    private static readonly Dictionary<string, double> Sources = new(StringComparer.Ordinal) { ["53"] = 2.2, ["52"] = 2.2, ["51"] = 1.8, ["45"] = 1.5, ["50"] = 1.4, ["43"] = 1.1, ["42"] = 1, ["61"] = 1, ["36"] = 0.9, ["41"] = 0.8 };

    private const double OtherSource = 0.5, TakenLocal = 0.5;

    private const double NearKm = 200, LeastLocal = 0.3;

    private static readonly Lazy<Dictionary<string, double>> Arrivals = new(() => EmbeddedTable.Rows("home-arrivals.tsv").ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));

    /// <param name="found">Where found; null when unknown.</param>
    /// <param name="strayed">True when the words say that the person had only just lost the way.</param>
    /// <param name="taken">True when others brought the person to where it lives.</param>
    public static double[] Of(DivisionCode? found, bool strayed, bool taken = false)
    {
        var prior = taken ? OfTaken() : (double[])Belief.Shares.Clone();
        if (found is not { } code || CountySet.Within(code).Count == 0) return prior;
        var parts = strayed ? Strayed : Usual;
        // where many moved in, fewer of those found are from there
        var local = strayed ? 1 : (taken ? TakenLocal : 1) * Math.Max(LeastLocal, 1 - 2 * Arrivals.Value.GetValueOrDefault(code.Digits[..2]));
        parts = (parts.Prefecture * local, parts.Province * local, parts.Near * local);
        var near = Nearness.To(code.At(DivisionLevel.Prefecture), NearKm);
        var weights = Belief.Empty();
        for (var i = 0; i < weights.Length; i++) weights[i] = near[i] * prior[i];
        var rest = 1 - parts.Prefecture - parts.Province - parts.Near;
        for (var i = 0; i < prior.Length; i++) prior[i] *= rest;
        Add(prior, Inside(code.At(DivisionLevel.Prefecture)), parts.Prefecture);
        Add(prior, Inside(code.At(DivisionLevel.Province)), parts.Province);
        Add(prior, weights, parts.Near);
        return prior;
    }

    private static double[] OfTaken()
    {
        var all = CountySet.All;
        double[] prior = [.. all.Select((c, i) => Belief.Shares[i] * Sources.GetValueOrDefault(c.Code.Digits[..2], OtherSource))];
        var sum = prior.Sum();
        return Array.ConvertAll(prior, p => p / sum);
    }

    private static double[] Inside(DivisionCode code)
    {
        var inside = Belief.Empty();
        foreach (var i in CountySet.Within(code)) inside[i] = Belief.Shares[i];
        return inside;
    }

    private static void Add(double[] prior, double[] weights, double part)
    {
        var sum = weights.Sum();
        for (var i = 0; i < prior.Length; i++) prior[i] += part * weights[i] / sum;
    }
}
