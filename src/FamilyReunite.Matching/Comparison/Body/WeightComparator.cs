using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Weight, which changes with the years; worth little, and nothing for a child that has grown.</summary>
internal sealed class WeightComparator() : Comparator("weight", new("far", AgreementLevel.Conflict), new("unclear", AgreementLevel.Weak, Neutral: true), new("close", AgreementLevel.Partial))
{
    private const double Sd = 5;
    private const double SdPerYear = 1.2;
    private const double SdMost = 14;
    private const double Strangers = 0.026;
    private const int LongestAsChild = 1;

    private static readonly double[] Bounds = [-0.6, 0.2];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (person.Clues.WeightsKg.Count == 0 || report.Clues.WeightsKg.Count == 0) return Finding.Nothing;
        var years = person.Clues.LastSeen is { } found && report.Clues.LastSeen is { } lost ? Math.Max(0, found.MiddleYear - lost.MiddleYear) : 0;
        if (years > LongestAsChild && report.Clues.Births.Count > 0 && report.Age(report.Clues.Births[0]) is < 18) return Finding.Nothing;
        var (best, result) = (double.NegativeInfinity, Finding.Nothing);
        foreach (var now in person.Clues.WeightsKg)
        {
            foreach (var then in report.Clues.WeightsKg)
            {
                var sd = Math.Min(SdMost, Sd + SdPerYear * years) + LikelihoodRatio.OfWidth(now.High - now.Low) + LikelihoodRatio.OfWidth(then.High - then.Low);
                var gain = LikelihoodRatio.OfDifference(now.Middle - then.Middle, sd, Strangers, 0.05);
                if (gain > best) (best, result) = (gain, new Finding(1 + Reached(gain, Bounds), now, then));
            }
        }
        return result;
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Kilograms((NumberRange)finding.Person!), words.Kilograms((NumberRange)finding.Report!)];
}
