using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Walks through the towns and villages of a scope and scores each name exactly. Thread-safe; loaded at the first use.</summary>
internal sealed class VillageSearch
{
    private readonly AreaSounds[] _areas;
    private readonly int[] _areaOf;
    private readonly ushort[] _sounds;
    private readonly SoundClasses _classes;
    private readonly CharacterUse _use;
    private readonly CoreColumns _columns;
    private readonly int _mostTowns;

    /// <param name="areaOf">Dialect area of a county's code; empty when unknown.</param>
    public VillageSearch(VillageTable table, Func<string, string> areaOf)
    {
        Table = table;
        _classes = new SoundClasses(table.Text);
        _use = new CharacterUse(table);
        _sounds = _classes.Of(table.Text);
        _columns = new CoreColumns(table, _sounds);
        _mostTowns = table.Counties.Max(c => c.EndTown - c.FirstTown);
        var names = table.Counties.Select(c => areaOf(c.Code)).ToArray();
        var areas = names.Distinct(StringComparer.Ordinal).ToArray();
        _areaOf = Array.ConvertAll(names, n => Array.IndexOf(areas, n));
        _areas = new AreaSounds[areas.Length];
        Parallel.For(0, areas.Length, i => _areas[i] = new AreaSounds(ListenerModel.For(areas[i]), _classes));
    }

    public VillageTable Table { get; }

    public AddedNames Prepare(IReadOnlyList<AddedName> names) => new(names, Table, text => _classes.Of(text));

    /// <summary>The rows of a town's dialect area.</summary>
    public ReadOnlySpan<float> Rows(HeardSounds heard, int town) => heard.In(_areaOf[Table.Towns[town].County]);

    /// <param name="from">Where the words below the county begin.</param>
    public HeardSounds Hear(string text, int from, IReadOnlyList<string> also) => new(text, from, also, _classes, _areas, _use);

    /// <summary>Tells the log-odds of every town of the counties in scope for a town's name; towns whose name cannot be meant are passed over.</summary>
    /// <param name="county">What is known of each county; <see cref="NameScorer.None"/> outside the scope.</param>
    public void Towns(HeardSounds heard, List<Pattern> patterns, double[] county, Action<int, double> tell)
    {
        var scorer = new NameScorer(Table.Text, _sounds, heard, patterns, towns: true);
        for (var c = 0; c < county.Length; c++)
        {
            if (double.IsNegativeInfinity(county[c])) continue;
            var rows = heard.In(_areaOf[c]);
            for (var t = Table.Counties[c].FirstTown; t < Table.Counties[c].EndTown; t++)
                if (scorer.Odds(Table.Towns[t].Name, rows) is var odds && !double.IsNegativeInfinity(odds)) tell(t, odds);
        }
    }

    /// <summary>Offers the villages of the towns in scope, the counties best known first so that most others are given up at their first syllable.</summary>
    /// <param name="town">What is known of a town of a county in scope.</param>
    public void Villages(HeardSounds heard, List<Pattern> patterns, double[] county, Func<int, double> town, Action<Hit> offer, Func<double> least)
    {
        var scan = new VillageScan(Table, _columns, heard, patterns, least, offer);
        var known = new double[_mostTowns];
        foreach (var c in InOrder(county))
        {
            var (first, end) = (Table.Counties[c].FirstTown, Table.Counties[c].EndTown);
            for (var t = first; t < end; t++) known[t - first] = town(t);
            scan.County(c, heard.In(_areaOf[c]), known.AsSpan(0, end - first));
        }
    }

    private static int[] InOrder(double[] county)
    {
        var order = new int[county.Length];
        var count = 0;
        for (var c = 0; c < county.Length; c++)
            if (!double.IsNegativeInfinity(county[c])) order[count++] = c;
        Array.Resize(ref order, count);
        Array.Sort(Array.ConvertAll(order, c => -county[c]), order);
        return order;
    }
}
