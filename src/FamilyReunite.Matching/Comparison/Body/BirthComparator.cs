using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Birth dates and ages as spans of days. An estimate may be off by years, more so for the old; what a family wrote down may not.</summary>
internal sealed class BirthComparator() : Comparator("birth",
    new("impossible", AgreementLevel.Conflict), new("far", AgreementLevel.Conflict), new("off", AgreementLevel.Conflict),
    new("unclear", AgreementLevel.Weak, Neutral: true), new("near", AgreementLevel.Partial), new("close", AgreementLevel.Strong), new("exact", AgreementLevel.Exact))
{
    /// <summary>Years that an observer's guess is off, at least and per year of age; a little above what the simulator's observers err.</summary>
    private const double ObserverLeast = 1.5;
    private const double ObserverPerYear = 0.095;

    /// <summary>Years that a family's "about" is off. Estimated.</summary>
    private const double FamilySd = 2;

    /// <summary>A date written down: wrong by a few months at times.</summary>
    private const double KnownSd = 0.35;

    /// <summary>Density of the difference in birth years of two strangers who are candidates for each other.</summary>
    private const double Strangers = 0.017;

    private const double GrossGuess = 0.04;
    private const double GrossKnown = 0.015;

    private static readonly double[] Bounds = [-3.4, -1.6, -0.35, 0.3, 0.9, 2.4];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (person.Clues.Births.Count == 0 || report.Clues.Births.Count == 0) return Finding.Nothing;
        var (sum, best, a, b) = (0.0, double.NegativeInfinity, (BirthClue?)null, (BirthClue?)null);
        foreach (var p in person.Clues.Births)
        {
            var mine = double.NegativeInfinity;
            foreach (var r in report.Clues.Births)
            {
                var gain = Gain(p, person.Age(p), r);
                mine = Math.Max(mine, gain);
                if (gain > best) (best, a, b) = (gain, p, r);
            }
            sum += Math.Exp(mine);
        }
        return new Finding(1 + Reached(Math.Log(sum / person.Clues.Births.Count), Bounds), a, b);
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Of(((BirthClue)finding.Person!).Born), words.Of(((BirthClue)finding.Report!).Born)];

    private static double Gain(BirthClue p, double? age, BirthClue r)
    {
        var guess = p.Estimated || r.Estimated;
        var variance = Square(p.Estimated ? ObserverLeast + ObserverPerYear * (age ?? 40) : KnownSd) + Square(r.Estimated ? FamilySd : KnownSd)
            + Square(LikelihoodRatio.OfWidth(Years(p.Born))) + Square(LikelihoodRatio.OfWidth(Years(r.Born)));
        return LikelihoodRatio.OfDifference(p.Born.MiddleYear - r.Born.MiddleYear, Math.Sqrt(variance), Strangers, guess ? GrossGuess : GrossKnown);
    }

    private static double Years(DaySpan span) => (span.Last.DayNumber - span.First.DayNumber) / 365.2425;

    private static double Square(double x) => x * x;
}
