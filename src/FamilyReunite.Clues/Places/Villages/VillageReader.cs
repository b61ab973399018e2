using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Reads the words below the county, or a bare name, as towns and villages.</summary>
internal sealed class VillageReader(VillageSearch search, PlaceTable places)
{
    /// <summary>Positions after which a town or village may begin that are tried.</summary>
    private const int MostStarts = 4;

    private const int LeastHits = 100;

    private volatile Ready? _added;

    /// <summary>The towns and villages that the words may mean, at least the <paramref name="top"/> best.</summary>
    public List<Ranked> Read(HeardText heard, int top)
    {
        var best = new BestHits(Math.Max(LeastHits, 2 * top));
        var known = Walk(heard, best);
        return [.. best.All.Select(x => Rank(heard, x.Hit, x.Reading, known[x.Reading.Start]))];
    }

    /// <summary>The weight of every county with all its towns and villages summed up, and its best one.</summary>
    public List<(int County, double Weight, Ranked Best)> Counties(HeardText heard)
    {
        var sums = new CountySums(search.Table);
        var known = Walk(heard, sums);
        var counties = new List<(int, double, Ranked)>();
        for (var c = 0; c < sums.Weights.Length; c++)
            if (sums.Best(c) is { } best) counties.Add((c, sums.Weights[c], Rank(heard, best.Hit, best.Reading, known[best.Reading.Start])));
        return counties;
    }

    public VillageTable Table => search.Table;

    private Dictionary<int, Known> Walk(HeardText asked, IHits hits)
    {
        var (text, mentions, within) = (asked.Text, asked.Mentions, asked.Within);
        var known = new Dictionary<int, Known>();
        var open = ChainReader.AfterOpening(text, text.Length);
        if (open == text.Length) open = 0;
        var starts = mentions.Where(m => m.End < text.Length).GroupBy(m => m.End).OrderByDescending(g => g.Max(m => m.Total)).Select(g => g.Key).Where(e => e != open).Take(MostStarts).Prepend(open);
        // one character that may lead to a place may also begin its name (在里)
        if (open == 1) starts = starts.Where(e => e != 0).Prepend(0);
        foreach (var start in starts)
        {
            var readings = Reading.Of(text, start, below: start != open || within.Length >= 6);
            if (readings.Count == 0) continue;
            known[start] = Known.At(start, text, mentions, search.Table, within, code => Closeness(asked, code));
            using var heard = search.Hear(text, start, asked.Also);
            foreach (var reading in readings) Search(asked, heard, reading, known[start].Odds, hits);
        }
        return known;
    }

    private double Closeness(HeardText asked, string county) => DivisionCode.TryParse(county, out var code) && places.Today(code) is { } place ? asked.Closeness(place) : 0;

    private void Search(HeardText asked, HeardSounds heard, Reading reading, double[] county, IHits hits)
    {
        var within = asked.Within;
        var table = search.Table;
        var (start, end) = reading.Last;
        var last = Pattern.Of(heard.Text, start, end);
        double[]? said = null;
        if (within.Length < 12)
        {
            var part = reading.Town is { } t ? Pattern.Of(heard.Text, t.Start, t.End) : last;
            var left = reading.Town is null ? 0 : ChainReader.Gap(heard.Text, start, end);
            if (reading.Town is not null) Array.Fill(said = new double[table.Towns.Length], NameScorer.None);
            search.Towns(heard, part, county, (town, odds) =>
            {
                if (said is not null) said[town] = odds;
                var total = county[table.Towns[town].County] + odds + left + reading.Cost;
                if (total > hits.Least && Inside(table.Towns[town].Code)) hits.Offer(new Hit(town, -1, total), reading);
            });
        }
        var passed = reading.Town is { } before ? ChainReader.Gap(heard.Text, before.Start, before.End) : 0;
        search.Villages(heard, last, county, t => Inside(table.Towns[t].Code) ? county[table.Towns[t].County] + (said is null ? 0 : Math.Max(said[t], passed)) + reading.Cost : NameScorer.None,
            hit => { if (within.Length < 12 || VillageTable.CodeOf(table.Towns[hit.Town], table.Villages[hit.Village]) == within) hits.Offer(hit, reading); }, () => hits.Least);

        if (asked.Added.Count > 0 && within.Length < 12)
            AddedOf(asked.Added).Offer(heard, last, (t, inTown) => Inside(table.Towns[t].Code) || !inTown && within.Length <= 6 ? county[table.Towns[t].County] + (said is null || !inTown ? passed : Math.Max(said[t], passed)) + reading.Cost : NameScorer.None, t => search.Rows(heard, t),
                hit => { if (hit.Total > hits.Least) hits.Offer(hit, reading); });

        bool Inside(string code) => within.Length <= 6 || code.AsSpan(0, 9).SequenceEqual(within.AsSpan(0, 9));
    }

    /// <summary>Made ready once for each list: a list is never changed, only replaced.</summary>
    private AddedNames AddedOf(IReadOnlyList<AddedName> names)
    {
        var ready = _added;
        if (!ReferenceEquals(ready?.Names, names)) _added = ready = new Ready(names, search.Prepare(names));
        return ready.Added;
    }

    private sealed record Ready(IReadOnlyList<AddedName> Names, AddedNames Added);

    private Ranked RankAdded(HeardText heard, Hit hit, Reading reading, Known known)
    {
        var (table, entry) = (search.Table, AddedOf(heard.Added)[hit.Added!.Value]);
        var town = table.Towns[hit.Town];
        return new Ranked(entry.Name.Division.Digits, Ranked.WeightOf(hit.Total), Write);

        PlaceGuess Write(double share)
        {
            var county = places.Today(entry.Name.Division)!;
            var why = PlaceReasons.Of(county, known.By[town.County], heard.Text, heard.Near);
            why.Add(Said(heard.Text[reading.Last.Start..reading.Last.End], entry.Name.Name));
            why.Add($"“{entry.Name.Name}”为救助站补录{(entry.Name.IsToday ? "的名称" : "的村")}");
            return new PlaceGuess(entry.Name.Division, places.Province(county)!.Name, places.Prefecture(county)?.Name, county.Code.Level >= DivisionLevel.County ? county.Name : null, entry.InTown ? table.NameOf(town.Name) : null, entry.Name.Name, share, why);
        }
    }

    private Ranked Rank(HeardText heard, Hit hit, Reading reading, Known known)
    {
        if (hit.Added is not null) return RankAdded(heard, hit, reading, known);
        var (table, text) = (search.Table, heard.Text);
        var town = table.Towns[hit.Town];
        var digits = hit.Village < 0 ? town.Code : VillageTable.CodeOf(town, table.Villages[hit.Village]);
        return new Ranked(digits, Ranked.WeightOf(hit.Total), Write);

        PlaceGuess Write(double share)
        {
            _ = DivisionCode.TryParse(digits, out var code);
            var county = places.Today(code)!;
            var (townName, village) = (table.NameOf(town.Name), hit.Village < 0 ? null : table.NameOf(table.Villages[hit.Village]));
            var why = PlaceReasons.Of(county, known.By[town.County], text, heard.Near);
            if (known.By[town.County] is null && known.Outside is { } other) why.Add($"与所说“{other.Name.Full}”不在一地");
            if (reading.Town is { } t) why.Add(Said(text[t.Start..t.End], townName));
            if (village is not null || reading.Town is null) why.Add(Said(text[reading.Last.Start..reading.Last.End], village ?? townName));
            return new PlaceGuess(code, places.Province(county)!.Name, places.Prefecture(county)?.Name, county.Code.Level >= DivisionLevel.County ? county.Name : null, townName, village, share, why);
        }
    }

    private static string Said(string heard, string name)
    {
        heard = heard[..NameCore.WithoutGroup(heard)];
        var core = heard[..NameCore.Heard(heard).Length];
        return name.StartsWith(core, StringComparison.Ordinal) ? $"字同“{heard}”" : $"音近：“{heard}”似“{name}”";
    }
}
