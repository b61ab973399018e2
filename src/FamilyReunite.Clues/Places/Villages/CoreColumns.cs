namespace FamilyReunite.Clues.Places.Villages;

/// <summary>The villages of each county by the length of the part that carries the name, their classes of characters side by side, so that those of one length are walked through without a jump.</summary>
internal sealed class CoreColumns
{
    /// <summary>Longer names are those of bodies and are never heard whole.</summary>
    public const int Longest = 13;

    private readonly int[] _first;
    private readonly int[] _classesFrom;

    public CoreColumns(VillageTable table, ushort[] classes)
    {
        var counties = table.Counties.Length;
        (_first, _classesFrom) = (new int[counties * (Longest + 1) + 1], new int[counties * (Longest + 1) + 1]);
        (Villages, Towns, Soft) = (new int[table.Villages.Length], new ushort[table.Villages.Length], new byte[table.Villages.Length]);
        var columns = new List<ushort>(classes.Length);
        var next = 0;
        for (var c = 0; c < counties; c++)
        {
            var (first, end) = (table.Counties[c].FirstTown, table.Counties[c].EndTown);
            for (var length = 0; length <= Longest; length++)
            {
                (_first[At(c, length)], _classesFrom[At(c, length)]) = (next, columns.Count);
                for (var t = first; t < end; t++)
                    for (var v = table.Towns[t].FirstVillage; v < table.Towns[t].EndVillage; v++)
                    {
                        var name = table.Villages[v];
                        if (name.Core != length) continue;
                        (Villages[next], Towns[next], Soft[next]) = (v, (ushort)(t - first), name.Soft);
                        next++;
                        columns.AddRange(classes.AsSpan(name.Start, length));
                    }
            }
        }
        (_first[^1], _classesFrom[^1]) = (next, columns.Count);
        Classes = [.. columns];
    }

    /// <summary>Positions of the villages in the table.</summary>
    public int[] Villages { get; }

    /// <summary>Town of each village, counted from the first of its county.</summary>
    public ushort[] Towns { get; }

    /// <summary>Position of the last free syllable in each name; 0 for none.</summary>
    public byte[] Soft { get; }

    /// <summary>Classes of the characters, <c>length</c> for each village.</summary>
    public ushort[] Classes { get; }

    /// <summary>The villages of a county whose names have that length, and where their classes begin.</summary>
    public (int First, int End, int ClassesFrom) Of(int county, int length) => length is < 1 or > Longest ? default : (_first[At(county, length)], _first[At(county, length) + 1], _classesFrom[At(county, length)]);

    private static int At(int county, int length) => county * (Longest + 1) + length;
}
