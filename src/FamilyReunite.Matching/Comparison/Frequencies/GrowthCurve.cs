using System.Globalization;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>Median height of children by age, from the published growth references in the parameter table.</summary>
internal static class GrowthCurve
{
    public const int GrownUp = 18;

    private static readonly double[] Male = Read("M");
    private static readonly double[] Female = Read("F");

    /// <summary>Centimetres; both sexes' mean when the sex is unknown; that of eighteen years from then on.</summary>
    public static double MedianCm(Sex sex, double age) => sex switch
    {
        Sex.Male => At(Male, age),
        Sex.Female => At(Female, age),
        _ => (At(Male, age) + At(Female, age)) / 2,
    };

    private static double At(double[] curve, double age)
    {
        var low = Math.Clamp((int)age, 1, GrownUp - 1);
        return curve[low] + (curve[low + 1] - curve[low]) * Math.Clamp(age - low, 0, 1);
    }

    private static double[] Read(string sex) =>
        [0, .. Enumerable.Range(1, GrownUp).Select(a => SimulationParameters.For(SimulationProfile.Training).Number("growth", sex + "|" + a.ToString("00", CultureInfo.InvariantCulture)))];
}
