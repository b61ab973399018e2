using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>The words of a home as they sounded, sought anywhere in the other home's words: a village that no table knows still sounds alike. Places that both wrote down are compared below the county only, for above it the codes have been.</summary>
internal sealed class VillageComparator() : Comparator("village",
    new("unlike", AgreementLevel.Conflict), new("little", AgreementLevel.Weak, Neutral: true), new("similar", AgreementLevel.Partial), new("close", AgreementLevel.Strong), new("same", AgreementLevel.Exact))
{
    private static readonly double Slip = Math.Log(0.02);
    private const double LeastPerSyllable = -3;
    private const double Least = -2;
    private const int Shortest = 2;

    private static readonly double[] Bounds = [-1.5, 0.5, 2, 4.5];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (best, found) = (double.NegativeInfinity, Finding.Nothing);
        foreach (var p in person.Homes)
        {
            foreach (var r in report.Homes)
            {
                var whole = p.HeardOnly || r.HeardOnly;
                var (heard, spoken) = whole ? (p.Words, r.Words) : (p.Tail, r.Tail);
                if (heard.Length < Shortest || spoken.Length < Shortest) continue;
                var gain = whole ? Gain(heard, p.WordBackgrounds, spoken, r.WordBackgrounds) : Gain(heard, p.TailBackgrounds, spoken, r.TailBackgrounds);
                if (gain > best) (best, found) = (gain, new Finding(1 + Reached(gain, Bounds), p, r));
            }
        }
        return found;
    }

    public override string[] Values(in Finding finding, Vocabulary words) =>
        [Vocabulary.Quote(((PreparedHome)finding.Person!).AsHeard), Vocabulary.Quote(((PreparedHome)finding.Report!).AsHeard)];

    /// <summary>The best stretch of both texts by sound; where it may lie is paid for by the number of places.</summary>
    private static double Gain(int[][] heard, double[] ofHeard, int[][] spoken, double[] ofSpoken)
    {
        Span<double> row = stackalloc double[spoken.Length + 1];
        row.Clear();
        var best = 0.0;
        for (var i = 0; i < heard.Length; i++)
        {
            var diagonal = row[0];
            for (var j = 1; j <= spoken.Length; j++)
            {
                var above = row[j];
                var cell = Math.Max(LeastPerSyllable, Math.Min(SyllableTable.LogHeard(heard[i], spoken[j - 1]) - ofHeard[i], -ofSpoken[j - 1]));
                row[j] = Math.Max(0, Math.Max(diagonal + cell, Math.Max(above, row[j - 1]) + Slip));
                diagonal = above;
                best = Math.Max(best, row[j]);
            }
        }
        return Math.Max(Least, best - Math.Log(heard.Length * spoken.Length));
    }
}
