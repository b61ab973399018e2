using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>How much likelier the two homes are one than two: the report's home under the belief in the person's, or, where nothing but the statements can be compared, over all readings of both.</summary>
internal sealed class HomeComparator() : Comparator("home",
    new("elsewhere", AgreementLevel.Conflict), new("apart", AgreementLevel.Conflict),
    new("unclear", AgreementLevel.Weak, Neutral: true), new("region", AgreementLevel.Partial), new("near", AgreementLevel.Partial), new("close", AgreementLevel.Strong), new("closer", AgreementLevel.Strong), new("same", AgreementLevel.Exact))
{
    /// <summary>P that a person names a home in another province; that the prefecture, or the county, is wrong inside the right one. Estimated.</summary>
    private const double WrongProvince = 0.06;
    private const double WrongInside = 0.1;

    private static readonly double[] Bounds = [-2, -0.6, 0.7, 1.8, 3, 4.5, 6.5];

    public override Finding Compare(PreparedClues person, PreparedClues report) => person.Belief is { } belief ? Under(belief, report) : Stated(person, report);

    public override string[] Values(in Finding finding, Vocabulary words)
    {
        var report = words.Statement((PreparedHome)finding.Report!);
        if (finding.Person is PreparedBelief belief) return [words.Belief(belief, finding.Detail is Believed b ? b.Probability : 0), report, finding.Detail is Believed { Home.IsEmpty: false } at ? words.Of(at.Home) : ""];
        return [words.Statement((PreparedHome)finding.Person!), report, finding.Detail is DivisionCode { IsEmpty: false } c ? words.Of(c) : ""];
    }

    private static Finding Under(PreparedBelief belief, PreparedClues report)
    {
        var (best, found) = (double.NegativeInfinity, Finding.Nothing);
        foreach (var home in report.Homes)
        {
            var (sum, shared, most) = (0.0, 0.0, double.NegativeInfinity);
            Believed? at = null;
            for (var j = 0; j < home.Readings.Length; j++)
            {
                if (home.CountyShares[j] <= 0) continue;
                var probability = belief.In(home.Counties[j]);
                var ratio = probability / home.CountyShares[j];
                shared += home.Readings[j].Share;
                sum += home.Readings[j].Share * ratio;
                if (home.Readings[j].Share * ratio <= most) continue;
                (most, at) = (home.Readings[j].Share * ratio, new Believed(home.Readings[j].Code.At(DivisionLevel.County), probability));
            }
            if (shared == 0) continue;
            var likelihood = sum + Math.Max(0, 1 - shared);
            if (likelihood > best) (best, found) = (likelihood, new Finding(1 + Reached(Math.Log(likelihood), Bounds), belief, home, at));
        }
        return found;
    }

    private static Finding Stated(PreparedClues person, PreparedClues report)
    {
        var (sum, count, best, found) = (0.0, 0, double.NegativeInfinity, Finding.Nothing);
        foreach (var p in person.Homes)
        {
            if (p.Readings.Length == 0) continue;
            var mine = double.NegativeInfinity;
            foreach (var r in report.Homes)
            {
                if (r.Readings.Length == 0) continue;
                var (ratio, common) = Ratio(p, r);
                mine = Math.Max(mine, ratio);
                if (ratio > best) (best, found) = (ratio, new Finding(1, p, r, common));
            }
            if (double.IsNegativeInfinity(mine)) continue;
            sum += mine;
            count++;
        }
        return count == 0 ? Finding.Nothing : found with { Step = 1 + Reached(Math.Log(sum / count), Bounds) };
    }

    private static (double Ratio, DivisionCode Common) Ratio(PreparedHome p, PreparedHome r)
    {
        var (sum, shared, most, common) = (0.0, 0.0, 0.0, default(DivisionCode));
        for (var i = 0; i < p.Readings.Length; i++)
        {
            for (var j = 0; j < r.Readings.Length; j++)
            {
                var share = p.Readings[i].Share * r.Readings[j].Share;
                var (ratio, at) = Of(p, i, r, j);
                shared += share;
                sum += share * ratio;
                if (share * ratio <= most) continue;
                (most, common) = (share * ratio, at);
            }
        }
        return (sum + Math.Max(0, 1 - shared), common);
    }

    private static (double Ratio, DivisionCode Common) Of(PreparedHome p, int i, PreparedHome r, int j)
    {
        if (p.Bits[i] != r.Bits[j]) return (WrongProvince, default);
        var (a, b) = (p.Readings[i].Code, r.Readings[j].Code);
        if (a.Contains(b)) return ((1 - WrongProvince) / p.Shares[i], a);
        if (b.Contains(a)) return ((1 - WrongProvince) / r.Shares[j], b);
        var common = a.At(DivisionLevel.Province);
        foreach (var level in (ReadOnlySpan<DivisionLevel>)[DivisionLevel.Prefecture, DivisionLevel.County, DivisionLevel.Town])
        {
            if (a.At(level) != b.At(level)) break;
            common = a.At(level);
        }
        return (WrongInside / Frequencies.PlaceFrequency.Share(common), common);
    }

    /// <param name="Probability">Belief that the person's home lies there.</param>
    private sealed record Believed(DivisionCode Home, double Probability);
}
