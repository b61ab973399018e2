namespace FamilyReunite.Matching.Comparison;

/// <summary>Relatives of the same relation: names by sound, numbers of brothers, sisters and children.</summary>
internal sealed class FamilyComparator() : Comparator("family",
    new("different", AgreementLevel.Conflict), new("off", AgreementLevel.Conflict), new("unclear", AgreementLevel.Weak, Neutral: true), new("alike", AgreementLevel.Partial), new("clear", AgreementLevel.Strong), new("same", AgreementLevel.Exact))
{
    /// <summary>log ratios of equal and unequal counts: a number of sons is 1, 2 or 3. Estimated.</summary>
    private const double SameCount = 0.8;
    private const double OtherCount = -1.6;

    private const double Least = -4;

    /// <summary>What one brother's or child's name can speak against: the two sides may each name another of them. Estimated.</summary>
    private const double LeastOfSeveral = -1.2;

    /// <summary>Relatives a record that are looked at.</summary>
    private const int Kept = 64;

    private static readonly double[] Bounds = [-1.5, -0.2, 0.5, 3, 7];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (sum, most, found) = (0.0, -1.0, Finding.Nothing);
        var (mine, theirs) = (0UL, 0UL);
        while (Next(person.Family, report.Family, mine, theirs) is { } next)
        {
            mine |= 1UL << next.Person;
            theirs |= 1UL << next.Report;
            sum += next.Gain;
            if (Math.Abs(next.Gain) > most) (most, found) = (Math.Abs(next.Gain), new Finding(1, person.Family[next.Person], report.Family[next.Report]));
        }
        return found.Step == 0 ? found : found with { Step = 1 + Reached(Math.Max(Least, sum), Bounds) };
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Of(((PreparedRelative)finding.Person!).Member), words.Of(((PreparedRelative)finding.Report!).Member)];

    /// <summary>The best-fitting two relatives that are not yet set beside another; whoever is left over on one side contradicts nobody.</summary>
    private static (int Person, int Report, double Gain)? Next(PreparedRelative[] person, PreparedRelative[] report, ulong mine, ulong theirs)
    {
        (int Person, int Report, double Gain)? best = null;
        for (var i = 0; i < person.Length && i < Kept; i++)
        {
            if ((mine >> i & 1) != 0) continue;
            for (var j = 0; j < report.Length && j < Kept; j++)
            {
                if ((theirs >> j & 1) != 0 || !PreparedRelative.Fit(person[i].Member.Relation, report[j].Member.Relation)) continue;
                if (Gain(person[i], report[j]) is { } gain && !(gain <= best?.Gain)) best = (i, j, gain);
            }
        }
        return best;
    }

    private static double? Gain(PreparedRelative a, PreparedRelative b)
    {
        if (a.Name is { } x && b.Name is { } y) return Math.Max(a.MayBeSeveral ? LeastOfSeveral : NameAlignment.Least, NameAlignment.Gain(x, y));
        return a.Member.Count is { } m && b.Member.Count is { } n ? m == n ? SameCount : OtherCount : null;
    }
}
