using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>log P(heard syllable | spoken syllable) in one dialect area, over the syllables that Mandarin has.</summary>
internal sealed class AreaSounds
{
    /// <summary>Share of the area's own table; the rest goes to its group and to all areas, for a village may speak as its neighbours do. Estimated.</summary>
    private const double Own = 0.75, Group = 0.17;

    /// <summary>Share of syllables said as in Mandarin whatever the dialect; estimated.</summary>
    private const double HeardRight = 0.15;

    /// <summary>Share of what the rows of a table leave out at least: they list what was heard in 2 of 100 cases or more.</summary>
    private const double LeftOut = 0.02;

    private readonly float[][] _log;

    public AreaSounds(string area, SoundClasses classes)
    {
        var tables = new[] { (ConfusionTable.For(area), Own), (ConfusionTable.For(area.Split('－')[0]), Group), (ConfusionTable.For(ConfusionTable.Pooled), 1 - Own - Group) };
        var syllables = classes.Syllables;
        var initials = syllables.Select(s => s.Initial).Distinct().ToArray();
        var finals = syllables.Select(s => s.Final).Distinct().ToArray();
        var initial = Square(initials, (t, h, s) => t.Initial(h, s), tables);
        var final = Square(finals, (t, h, s) => t.Final(h, s), tables);
        var (i, f) = (Array.ConvertAll(syllables, s => Array.IndexOf(initials, s.Initial)), Array.ConvertAll(syllables, s => Array.IndexOf(finals, s.Final)));
        _log = [.. syllables.Select(_ => new float[syllables.Length])];
        for (var spoken = 0; spoken < syllables.Length; spoken++)
        {
            var sum = 0.0;
            for (var heard = 0; heard < syllables.Length; heard++) sum += initial[i[heard], i[spoken]] * final[f[heard], f[spoken]];
            for (var heard = 0; heard < syllables.Length; heard++)
                _log[heard][spoken] = (float)Math.Log((heard == spoken ? HeardRight : 0) + (1 - HeardRight) * initial[i[heard], i[spoken]] * final[f[heard], f[spoken]] / sum);
        }
    }

    /// <summary>Fills a row with the best log P(what was heard | class) of every class of characters.</summary>
    public void Fill(Span<float> row, List<ushort> heard, ushort[][] readings)
    {
        row.Fill(Unknown);
        for (var h = 0; h < heard.Count; h++)
        {
            var log = _log[heard[h]];
            for (var c = 0; c < readings.Length; c++)
            {
                var spoken = readings[c];
                for (var s = 0; s < spoken.Length; s++)
                {
                    var p = log[spoken[s]] - (h > 0 ? SoundClasses.RareReading : 0) - (s > 0 ? SoundClasses.RareReading : 0);
                    if (p > row[c]) row[c] = p;
                }
            }
        }
    }

    /// <summary>A character without a reading against anything.</summary>
    public const float Unknown = -12;

    /// <summary>P(heard part | spoken part): what an area's rows leave out is shared as its group has it, what the group leaves out as all areas have it.</summary>
    private static double[,] Square(string[] parts, Func<ConfusionTable, string, string, double> p, (ConfusionTable Table, double Share)[] tables)
    {
        var mixed = new double[parts.Length, parts.Length];
        var wider = new double[parts.Length];
        for (var s = 0; s < parts.Length; s++)
        {
            Array.Fill(wider, 1.0 / parts.Length);
            foreach (var (table, share) in tables.Reverse())
            {
                var row = Array.ConvertAll(parts, h => p(table, h, parts[s]) is var q && q > ConfusionTable.Floor ? q : 0);
                var (left, spread) = (Math.Max(LeftOut, 1 - row.Sum()), 0.0);
                for (var h = 0; h < row.Length; h++) spread += row[h] > 0 ? 0 : wider[h];
                var total = row.Sum() + left;
                for (var h = 0; h < row.Length; h++) wider[h] = (row[h] > 0 ? row[h] : left * wider[h] / spread) / total;
                for (var h = 0; h < row.Length; h++) mixed[h, s] += share * wider[h];
            }
        }
        return mixed;
    }
}
