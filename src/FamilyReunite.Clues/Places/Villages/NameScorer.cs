using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Log-odds that a heard name is this name rather than other words.</summary>
/// <param name="towns">True when the names are of towns, false for villages: it tells how well a level word fits.</param>
internal sealed class NameScorer(char[] text, ushort[] classes, HeardSounds heard, List<Pattern> patterns, bool towns)
{
    public const double None = double.NegativeInfinity;

    private readonly Way[] _ways = Way.Of(patterns, heard, towns);

    /// <summary>Log-odds of a name; <see cref="None"/> when nothing fits.</summary>
    /// <param name="rows">Rows of the name's dialect area.</param>
    public double Odds(in FlatName name, ReadOnlySpan<float> rows)
    {
        var best = None;
        foreach (var (at, starts, byEar, exact) in _ways)
        {
            var skip = name.Core == at.Length + 1 && name.Soft > 0 ? name.Soft : 0;
            if (skip == 0 && name.Core != at.Length) continue;
            var slip = skip > 0 ? Slips.Free : 0;
            best = Math.Max(best, Same(name, at, skip) ? exact + slip : Sounding(name, starts, skip, byEar + slip, rows));
        }
        return best;
    }

    private double Sounding(in FlatName name, int[] starts, int skip, double odds, ReadOnlySpan<float> rows)
    {
        var cut = odds + Way.MostPerSyllable * starts.Length;
        for (int i = 0, j = 0; i < starts.Length; i++, j++)
        {
            if (skip > 0 && j == skip) j++;
            odds += rows[starts[i] + classes[name.Start + j]];
            if (odds <= cut) return None;
        }
        return odds;
    }

    private bool Same(in FlatName name, int[] at, int skip)
    {
        for (int i = 0, j = 0; i < at.Length; i++, j++)
        {
            if (skip > 0 && j == skip) j++;
            if (heard.Text[at[i]] != text[name.Start + j]) return false;
        }
        return true;
    }
}
