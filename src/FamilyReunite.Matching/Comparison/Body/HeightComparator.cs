using FamilyReunite.Clues;
using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Height now beside height then: a child grows along the curve, an adult stays and loses a little with age; nobody shrinks while growing.</summary>
internal sealed class HeightComparator() : Comparator("height",
    new("shrunk", AgreementLevel.Conflict), new("far", AgreementLevel.Conflict), new("off", AgreementLevel.Conflict),
    new("unclear", AgreementLevel.Weak, Neutral: true), new("near", AgreementLevel.Partial), new("close", AgreementLevel.Strong))
{
    private const int Shrunk = 1;

    /// <summary>Centimetres that a glance is off, a tape is off, and a family's memory is off.</summary>
    private const double GlanceSd = 3.6;
    private const double TapeSd = 1;
    private const double MemorySd = 2.8;

    /// <summary>Share of the expected height by which a child's own curve strays per year of growing, and at most. Estimated.</summary>
    private const double StrayPerYear = 0.006;
    private const double StrayMost = 0.025;

    /// <summary>A growing child is not found more than this much shorter.</summary>
    private const double ShrinkCm = 8;

    private const double ShrinkPerYear = 0.11;
    private const int ShrinksFrom = 60;
    private const double Strangers = 0.045;
    private const double Gross = 0.03;

    private static readonly double[] Bounds = [-2, -0.4, 0.2, 0.7];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (best, found, shrunk) = (double.NegativeInfinity, Finding.Nothing, Finding.Nothing);
        foreach (var now in person.Clues.Heights)
        {
            foreach (var then in report.Clues.Heights)
            {
                if (Expect(now, then, person, report) is not { } expected) continue;
                if (expected.Growing && now.Cm.High + ShrinkCm < then.Cm.Low) shrunk = new Finding(Shrunk, now, then);
                var gain = LikelihoodRatio.OfDifference(now.Cm.Middle - expected.Cm, Math.Sqrt(expected.Variance), Strangers, Gross);
                if (gain > best) (best, found) = (gain, new Finding(2 + Reached(gain, Bounds), now, then));
            }
        }
        return found.Step == 2 && shrunk.Step > 0 ? shrunk : found;
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Centimetres(((HeightClue)finding.Person!).Cm), words.Centimetres(((HeightClue)finding.Report!).Cm)];

    private static (double Cm, double Variance, bool Growing)? Expect(HeightClue now, HeightClue then, PreparedClues person, PreparedClues report)
    {
        var variance = Square(now.Estimated ? GlanceSd : TapeSd) + Square(LikelihoodRatio.OfWidth(now.Cm.High - now.Cm.Low)) + Square(LikelihoodRatio.OfWidth(then.Cm.High - then.Cm.Low));
        var years = Gap(now.At?.DayNumber ?? person.Clues.LastSeen?.First.DayNumber, then.At?.DayNumber ?? report.Clues.LastSeen?.First.DayNumber);
        if (report.Clues.Births.Count == 0 || report.Age(report.Clues.Births[0]) is not { } age)
            return then.Cm.Middle < 150 && years is null or > 1 ? null : (then.Cm.Middle, variance + Square(MemorySd), false);
        if (age >= GrowthCurve.GrownUp || years is null or < 0.25)
        {
            var old = Math.Max(0, age + (years ?? 0) - ShrinksFrom) - Math.Max(0, age - ShrinksFrom);
            return (then.Cm.Middle - old * ShrinkPerYear, variance + Square(MemorySd), false);
        }
        var sex = report.Clues.Sex;
        var ratio = GrowthCurve.MedianCm(sex, age + years.Value) / GrowthCurve.MedianCm(sex, age);
        var cm = then.Cm.Middle * ratio;
        var grown = Math.Min(years.Value, GrowthCurve.GrownUp - age);
        return (cm, variance + Square(MemorySd * ratio) + Square(cm * Math.Min(StrayMost, StrayPerYear * grown)), true);
    }

    private static double? Gap(int? now, int? then) => now is { } n && then is { } t ? Math.Max(0, (n - t) / 365.2425) : null;

    private static double Square(double x) => x * x;
}
