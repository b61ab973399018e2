using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Scores the villages of county after county for one heard name.</summary>
/// <param name="least">Total below which a village need not be offered; may rise with each offer.</param>
/// <param name="offer">Takes a village with its total.</param>
internal sealed class VillageScan(VillageTable table, CoreColumns columns, HeardSounds heard, List<Pattern> patterns, Func<double> least, Action<Hit> offer)
{
    private readonly Way[] _ways = Way.Of(patterns, heard, towns: false);

    /// <param name="rows">Rows of the county's dialect area.</param>
    /// <param name="known">What is known of each town of the county before the name is looked at.</param>
    public void County(int county, ReadOnlySpan<float> rows, ReadOnlySpan<double> known)
    {
        var most = NameScorer.None;
        foreach (var k in known) most = Math.Max(most, k);
        foreach (var way in _ways)
        {
            Walk(county, way, 0, rows, known, most);
            Walk(county, way, 1, rows, known, most + Slips.Free);
        }
    }

    /// <param name="extra">Free syllables that the name has and that were not heard.</param>
    /// <param name="most">The most that is known of a town, slips counted.</param>
    private void Walk(int county, Way way, int extra, ReadOnlySpan<float> rows, ReadOnlySpan<double> known, double most)
    {
        var length = way.At.Length + extra;
        var (first, end, from) = columns.Of(county, length);
        if (first == end || most + way.Exact <= least()) return;
        var floor = Floor(way, most);
        var (classes, starts, soft) = (columns.Classes, way.Rows, columns.Soft);
        var town = table.Counties[county].FirstTown;
        for (var v = first; v < end; v++, from += length)
        {
            var skip = extra > 0 ? soft[v] : length;
            if (skip == 0) continue;
            var odds = 0.0;
            for (int i = 0, j = from; i < starts.Length; i++, j++)
            {
                if (j - from == skip) j++;
                odds += rows[starts[i] + classes[j]];
                if (odds <= floor) break;
            }
            if (odds <= floor) continue;
            var slip = extra > 0 ? Slips.Free : 0;
            var total = known[columns.Towns[v]] + slip + (Same(columns.Villages[v], way.At, skip) ? way.Exact : way.ByEar + odds);
            if (total <= least()) continue;
            offer(new Hit(town + columns.Towns[v], columns.Villages[v], total));
            floor = Floor(way, most);
        }
    }

    /// <summary>What the syllables must reach: an exact name is never lost, for its syllables are likely too.</summary>
    private double Floor(Way way, double most)
    {
        var need = least() - most;
        return Math.Max(Way.MostPerSyllable * way.At.Length, Math.Min(need - way.ByEar, ExactAtLeast * way.At.Length));
    }

    /// <summary>log P(heard | spoken) of a syllable heard right, at least.</summary>
    private const double ExactAtLeast = -2.4;

    private bool Same(int village, int[] at, int skip)
    {
        var name = table.Villages[village];
        for (int i = 0, j = 0; i < at.Length; i++, j++)
        {
            if (j == skip) j++;
            if (heard.Text[at[i]] != table.Text[name.Start + j]) return false;
        }
        return true;
    }
}
