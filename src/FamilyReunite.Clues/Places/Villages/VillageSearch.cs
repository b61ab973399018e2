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

    /// <param name="areaOf">Dialect area of a county's code; empty when unknown.</param>
    public VillageSearch(VillageTable table, Func<string, string> areaOf)
    {
        Table = table;
        _classes = new SoundClasses(table.Text);
        _use = new CharacterUse(table);
        _sounds = _classes.Of(table.Text);
        var names = table.Counties.Select(c => areaOf(c.Code)).ToArray();
        var areas = names.Distinct(StringComparer.Ordinal).ToArray();
        _areaOf = Array.ConvertAll(names, n => Array.IndexOf(areas, n));
        _areas = new AreaSounds[areas.Length];
        Parallel.For(0, areas.Length, i => _areas[i] = new AreaSounds(ListenerModel.For(areas[i])));
    }

    public VillageTable Table { get; }

    public HeardSounds Hear(string text) => new(text, _classes, _areas, _use);

    public NameScorer Scorer(HeardSounds heard, List<Pattern> patterns, bool towns) => new(Table.Text, _sounds, heard, patterns, towns);

    /// <summary>Log-odds of every town of the counties in scope for a town's name.</summary>
    /// <param name="county">What is known of each county; <see cref="NameScorer.None"/> outside the scope.</param>
    public double[] Towns(HeardSounds heard, NameScorer scorer, double[] county)
    {
        var odds = new double[Table.Towns.Length];
        Array.Fill(odds, NameScorer.None);
        for (var c = 0; c < county.Length; c++)
        {
            if (double.IsNegativeInfinity(county[c])) continue;
            var rows = heard.In(_areaOf[c]);
            for (var t = Table.Counties[c].FirstTown; t < Table.Counties[c].EndTown; t++) odds[t] = scorer.Odds(Table.Towns[t].Name, rows, NameScorer.None);
        }
        return odds;
    }

    /// <summary>Offers the villages of the towns in scope, the counties best known first so that most others are given up at their first syllable.</summary>
    /// <param name="town">What is known of a town of a county in scope.</param>
    public void Villages(HeardSounds heard, NameScorer scorer, double[] county, Func<int, double> town, Action<Hit> offer, Func<double> least)
    {
        var order = Enumerable.Range(0, county.Length).Where(c => !double.IsNegativeInfinity(county[c])).OrderByDescending(c => county[c]);
        foreach (var c in order)
        {
            var rows = heard.In(_areaOf[c]);
            for (var t = Table.Counties[c].FirstTown; t < Table.Counties[c].EndTown; t++)
            {
                var known = town(t);
                var floor = least() - known;
                if (scorer.Most <= floor) continue;
                for (var v = Table.Towns[t].FirstVillage; v < Table.Towns[t].EndVillage; v++)
                {
                    var odds = scorer.Odds(Table.Villages[v], rows, floor);
                    if (double.IsNegativeInfinity(odds)) continue;
                    offer(new Hit(t, v, known + odds));
                    floor = least() - known;
                }
            }
        }
    }
}
