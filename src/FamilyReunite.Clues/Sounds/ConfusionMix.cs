namespace FamilyReunite.Clues.Sounds;

/// <summary>P(heard part | spoken part) of an area: its own table with its group's and all areas' mixed in, for a village may speak as its neighbours do.</summary>
internal sealed class ConfusionMix(string area)
{
    /// <summary>Share of the area's own table and of its group's; estimated.</summary>
    private const double Own = 0.75, Group = 0.17;

    /// <summary>Share of what the rows of a table leave out at least: they list what was heard in 2 of 100 cases or more.</summary>
    private const double LeftOut = 0.02;

    /// <summary>Share of what no table lists that is any sound at all rather than one alike; estimated.</summary>
    private const double AnySound = 0.2;

    private readonly (ConfusionTable Table, double Share)[] _widestFirst =
        [(ConfusionTable.For(ConfusionTable.Pooled), 1 - Own - Group), (ConfusionTable.For(area.Split('－')[0]), Group), (ConfusionTable.For(area), Own)];

    /// <summary>P by heard and spoken initial.</summary>
    public double[,] Initials(string[] sounds) => Mixed(sounds, (t, h, s) => t.Initial(h, s), Likeness.Initials);

    /// <summary>P by heard and spoken final.</summary>
    public double[,] Finals(string[] sounds) => Mixed(sounds, (t, h, s) => t.Final(h, s), Likeness.Finals);

    /// <summary>What an area's rows leave out is shared as its group has it, what the group leaves out as all areas have it, and what those leave out by likeness.</summary>
    private double[,] Mixed(string[] parts, Func<ConfusionTable, string, string, double> p, Func<string, string, double> alike)
    {
        var mixed = new double[parts.Length, parts.Length];
        for (var s = 0; s < parts.Length; s++)
        {
            var wider = Array.ConvertAll(parts, h => alike(h, parts[s]));
            var all = wider.Sum();
            for (var h = 0; h < parts.Length; h++) wider[h] = AnySound / parts.Length + (1 - AnySound) * wider[h] / all;
            foreach (var (table, share) in _widestFirst)
            {
                var row = Array.ConvertAll(parts, h => p(table, h, parts[s]) is var q && q > ConfusionTable.Floor ? q : 0);
                var (listed, spread) = (row.Sum(), 0.0);
                var left = Math.Max(LeftOut, 1 - listed);
                for (var h = 0; h < row.Length; h++) spread += row[h] > 0 ? 0 : wider[h];
                for (var h = 0; h < row.Length; h++) wider[h] = (row[h] > 0 ? row[h] : left * wider[h] / spread) / (listed + left);
                for (var h = 0; h < row.Length; h++) mixed[h, s] += share * wider[h];
            }
        }
        return mixed;
    }
}
