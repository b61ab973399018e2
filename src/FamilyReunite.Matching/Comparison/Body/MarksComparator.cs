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

    /// <summary>P that the sides of one mark get swapped, log P that a photo shows all of them mirrored, P that a neighbouring place is named, that another kind of the family is named. Estimated.</summary>
    private const double Swapped = 0.08;
    private static readonly double MirroredPhoto = Math.Log(0.04);
    private const double Nearby = 0.15;
    private const double OtherKind = 0.12;

    private static readonly double[] Bounds = [-0.2, 1, 2.4, 4.2];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (person.Marks.Length == 0 || report.Marks.Length == 0) return Finding.Nothing;
        var fit = Match(person.Marks, report.Marks, mirror: false);
        // two marks or more, each on the other side of the body: one photo turned round, not so many slips
        if (person.Marks.Length > 1 && report.Marks.Length > 1 && Match(person.Marks, report.Marks, mirror: true) is { Matched: > 1 } turned && turned.Sum + MirroredPhoto > fit.Sum)
            fit = turned with { Sum = turned.Sum + MirroredPhoto };
        var mirrored = fit.Matched == 1 && Opposite(fit.A, fit.B);
        return new Finding(mirrored ? Mirrored : 1 + Reached(fit.Sum, Bounds), fit.Matched == 0 ? person.Marks : new[] { fit.A }, fit.Matched == 0 ? report.Marks : new[] { fit.B });
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Of((PreparedMark[])finding.Person!), words.Of((PreparedMark[])finding.Report!)];

    private static bool Opposite(PreparedMark a, PreparedMark b) => a.HasSide && b.HasSide && a.Mark.Side != b.Mark.Side;

    private static (double Sum, int Matched, PreparedMark A, PreparedMark B) Match(PreparedMark[] mine, PreparedMark[] theirs, bool mirror)
    {
        var (sum, best, a, b, matched) = (0.0, 0.0, mine[0], theirs[0], 0);
        var taken = 0UL;
        foreach (var p in mine)
        {
            var (most, at) = (0.0, -1);
            for (var i = 0; i < theirs.Length && i < 64; i++)
            {
                if ((taken & (1UL << i)) != 0 || Gain(p, theirs[i], mirror) is not (> 0 and var gain) || gain <= most) continue;
                (most, at) = (gain, i);
            }
            if (at < 0) continue;
            taken |= 1UL << at;
            matched++;
            sum += most;
            if (most > best) (best, a, b) = (most, p, theirs[at]);
        }
        return (sum + Unnamed * Math.Min(mine.Length - matched, theirs.Length - matched), matched, a, b);
    }

    /// <summary>log of how much likelier two such marks are on one person; null when they are different things.</summary>
    private static double? Gain(PreparedMark a, PreparedMark b, bool mirror)
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
        if (a.HasSide && b.HasSide) ratio *= a.Mark.Side == b.Mark.Side != mirror ? (1 - Swapped) * 2 : Swapped * 2;
        return Math.Log(ratio);
    }
}
