using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Body marks by kind, place and side, rare ones worth more. The other side is a level of its own; marks that one side alone names say little, for marks come with the years and are left out.</summary>
internal sealed class MarksComparator() : Comparator("marks",
    new("unlike", AgreementLevel.Conflict), new("faint", AgreementLevel.Weak), new("alike", AgreementLevel.Partial), new("clear", AgreementLevel.Strong), new("several", AgreementLevel.Exact),
    new("mirrored", AgreementLevel.Weak, 1))
{
    private const int Mirrored = 6;

    /// <summary>P that the other side names a mark too, and log P that it does not. Estimated.</summary>
    private const double Named = 0.5;
    private static readonly double Unnamed = Math.Log(0.7);

    /// <summary>P that the sides get swapped, that a neighbouring place is named, that another kind of the family is named. Estimated.</summary>
    private const double Swapped = 0.08;
    private const double Nearby = 0.15;
    private const double OtherKind = 0.12;

    private static readonly double[] Bounds = [-0.2, 1, 2.4, 4.2];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (person.Marks.Length == 0 || report.Marks.Length == 0) return Finding.Nothing;
        var (sum, best, a, b, matched) = (0.0, 0.0, person.Marks[0], report.Marks[0], 0);
        var taken = 0UL;
        foreach (var p in person.Marks)
        {
            var (mine, at) = (0.0, -1);
            for (var i = 0; i < report.Marks.Length && i < 64; i++)
            {
                if ((taken & (1UL << i)) != 0 || Gain(p, report.Marks[i]) is not (> 0 and var gain) || gain <= mine) continue;
                (mine, at) = (gain, i);
            }
            if (at < 0) continue;
            taken |= 1UL << at;
            matched++;
            sum += mine;
            if (mine > best) (best, a, b) = (mine, p, report.Marks[at]);
        }
        sum += Unnamed * Math.Min(person.Marks.Length - matched, report.Marks.Length - matched);
        var mirrored = matched == 1 && a.HasSide && b.HasSide && a.Mark.Side != b.Mark.Side;
        return new Finding(mirrored ? Mirrored : 1 + Reached(sum, Bounds), matched == 0 ? person.Marks : [a], matched == 0 ? report.Marks : new[] { b });
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Of((PreparedMark[])finding.Person!), words.Of((PreparedMark[])finding.Report!)];

    /// <summary>log of how much likelier two such marks are on one person; null when they are different things.</summary>
    private static double? Gain(PreparedMark a, PreparedMark b)
    {
        var sameKind = a.Mark.Kind == b.Mark.Kind;
        if (!sameKind && (a.Family != b.Family || a.Family == MarkFamily.Alone)) return null;
        var ratio = sameKind ? Named : Named * OtherKind;
        if (a.Region == BodyRegion.Unknown || b.Region == BodyRegion.Unknown) return Math.Log(ratio / b.KindShare);
        if (a.Mark.Part != b.Mark.Part)
        {
            if (!BodyRegions.Neighbours(a.Mark.Part, b.Mark.Part)) return null;
            ratio *= Nearby;
        }
        ratio /= b.PartShare;
        if (a.HasSide && b.HasSide) ratio *= a.Mark.Side == b.Mark.Side ? (1 - Swapped) * 2 : Swapped * 2;
        return Math.Log(ratio);
    }
}
