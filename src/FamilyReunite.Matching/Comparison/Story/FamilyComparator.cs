namespace FamilyReunite.Matching.Comparison;

/// <summary>Relatives of the same relation: names by sound, numbers of brothers, sisters and children.</summary>
internal sealed class FamilyComparator() : Comparator("family",
    new("different", AgreementLevel.Conflict), new("off", AgreementLevel.Conflict), new("unclear", AgreementLevel.Weak, Neutral: true), new("alike", AgreementLevel.Partial), new("clear", AgreementLevel.Strong), new("same", AgreementLevel.Exact))
{
    /// <summary>log ratios of equal and unequal counts: a number of sons is 1, 2 or 3. Estimated.</summary>
    private const double SameCount = 0.8;
    private const double OtherCount = -1.6;

    private const double Least = -4;

    private static readonly double[] Bounds = [-1.5, -0.2, 0.5, 3, 7];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (sum, most, found) = (0.0, -1.0, Finding.Nothing);
        foreach (var p in person.Family)
        {
            var (best, relative) = (double.NegativeInfinity, (PreparedRelative?)null);
            foreach (var r in report.Family)
            {
                if (PreparedRelative.Fit(p.Member.Relation, r.Member.Relation) && Gain(p, r) is { } gain && gain > best) (best, relative) = (gain, r);
            }
            if (relative is null) continue;
            sum += best;
            if (Math.Abs(best) > most) (most, found) = (Math.Abs(best), new Finding(1, p, relative));
        }
        return found.Step == 0 ? found : found with { Step = 1 + Reached(Math.Max(Least, sum), Bounds) };
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Of(((PreparedRelative)finding.Person!).Member), words.Of(((PreparedRelative)finding.Report!).Member)];

    private static double? Gain(PreparedRelative a, PreparedRelative b)
    {
        if (a.Name is { } x && b.Name is { } y) return NameAlignment.Gain(x, y);
        return a.Member.Count is { } m && b.Member.Count is { } n ? m == n ? SameCount : OtherCount : null;
    }
}
