using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Log-odds that a heard name is this name of the table rather than other words.</summary>
internal sealed class NameScorer(char[] text, ushort[] classes, HeardSounds heard, List<Pattern> patterns, bool towns)
{
    /// <summary>Share of names that the writer knew how to write, and of those written by ear; estimated.</summary>
    private static readonly double Written = Math.Log(0.5), ByEar = Math.Log(0.5);

    /// <summary>What a syllable may cost before a name is given up.</summary>
    private const double MostPerSyllable = -9;

    public const double None = double.NegativeInfinity;

    private readonly (int[] At, double Base, double Exact)[] _ways =
        [.. patterns.Select(p => (p.At, p.Cost + p.LevelOdds(towns) + ByEar + p.At.Sum(i => heard.SoundRarity[i]), p.Cost + p.LevelOdds(towns) + Both(p, heard)))];

    /// <summary>Log-odds of the same characters: known to the writer, or met by chance when writing by ear.</summary>
    private static double Both(Pattern p, HeardSounds heard)
    {
        var (known, chance) = (Written + p.At.Sum(i => heard.Rarity[i]), ByEar + p.At.Sum(i => heard.SoundRarity[i]));
        return Math.Max(known, chance) + Math.Log(1 + Math.Exp(-Math.Abs(known - chance)));
    }

    /// <summary>The most that any name can reach.</summary>
    public double Most => _ways.Length == 0 ? None : _ways.Max(w => w.Exact);

    /// <summary>Log-odds of a name; <see cref="None"/> when it stays below <paramref name="least"/>.</summary>
    /// <param name="rows">Rows of the name's dialect area.</param>
    public double Odds(in FlatName name, float[] rows, double least)
    {
        var best = None;
        foreach (var (at, start, exact) in _ways)
        {
            var skip = name.Core == at.Length + 1 && name.Soft > 0 ? name.Soft : 0;
            if (skip == 0 && name.Core != at.Length) continue;
            var slip = skip > 0 ? Slips.Free : 0;
            if (exact + slip > least && Same(name, at, skip)) { best = Math.Max(best, exact + slip); continue; }
            var cut = Math.Max(Math.Max(least, best), start + slip + MostPerSyllable * at.Length);
            var odds = start + slip;
            for (int i = 0, j = 0; i < at.Length; i++, j++)
            {
                if (skip > 0 && j == skip) j++;
                odds += rows[at[i] * heard.Width + classes[name.Start + j]];
                if (odds <= cut) break;
            }
            if (odds > cut) best = odds;
        }
        return best;
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
