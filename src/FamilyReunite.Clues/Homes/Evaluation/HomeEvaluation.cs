namespace FamilyReunite.Clues.Homes.Evaluation;

/// <summary>How often the true home stood first, among five and among ten.</summary>
/// <param name="Group">all, strong, medium; with "unstated" where the person did not give the level away.</param>
public sealed record HomeHits(string Group, HomeLevel Level, int Cases, double At1, double At5, double At10);

/// <summary>Cases whose likeliest prefecture was given a probability of one band.</summary>
/// <param name="Stated">Mean of what was stated.</param>
/// <param name="Observed">Share that was right.</param>
public sealed record CalibrationBand(double From, int Cases, double Stated, double Observed);

/// <summary>How well homes were found.</summary>
/// <param name="Declined">Cases by strength that were declined, and how many of that strength there are.</param>
/// <param name="CalibrationError">Mean distance of stated and observed over five bands, weighed by cases.</param>
/// <param name="LogScore">Mean of ln P(true county), a belief of 1 in a million at least.</param>
public sealed record HomeFigures(int Cases, IReadOnlyList<HomeHits> Hits, IReadOnlyDictionary<string, (int Declined, int Of)> Declined, IReadOnlyList<CalibrationBand> Bands, double CalibrationError, double LogScore);

/// <summary>Measures a finder on cases whose home is known; counted as the published floor is.</summary>
public static class HomeEvaluation
{
    private const int Listed = 20, Bands = 5;
    private const double LeastBelief = 1e-6;

    /// <param name="found">What the finder made of each case, in their order.</param>
    public static HomeFigures Of(IReadOnlyList<TrueHome> cases, IReadOnlyList<HomeDistribution> found)
    {
        var homes = found.Select(f => f.Best(Listed)).ToList();
        var hits = new List<HomeHits>();
        foreach (var group in (string[])["all", "strong", "medium"])
            foreach (var level in Enum.GetValues<HomeLevel>())
            {
                var inside = Enumerable.Range(0, cases.Count).Where(i => (group == "all" || cases[i].Strength == group) && cases[i].Knows(level)).ToList();
                Add(hits, group, level, inside, cases, homes);
                Add(hits, group + " unstated", level, [.. inside.Where(i => !cases[i].Gave(level))], cases, homes);
            }
        var declined = cases.Select((c, i) => (c.Strength, found[i].Declined)).GroupBy(x => x.Strength, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.Count(x => x.Declined), g.Count()), StringComparer.Ordinal);
        var bands = Calibrated(cases, homes);
        var error = bands.Sum(b => b.Cases * Math.Abs(b.Stated - b.Observed)) / Math.Max(1, bands.Sum(b => b.Cases));
        return new HomeFigures(cases.Count, hits, declined, bands, error, LogScoreOf(cases, found));
    }

    private static void Add(List<HomeHits> hits, string group, HomeLevel level, List<int> inside, IReadOnlyList<TrueHome> cases, List<IReadOnlyList<HomeGuess>> homes)
    {
        if (inside.Count == 0) return;
        var ranks = inside.Select(i => cases[i].Rank(homes[i], level)).ToList();
        double At(int k) => ranks.Count(r => r > 0 && r <= k) / (double)ranks.Count;
        hits.Add(new HomeHits(group, level, inside.Count, At(1), At(5), At(10)));
    }

    private static List<CalibrationBand> Calibrated(IReadOnlyList<TrueHome> cases, List<IReadOnlyList<HomeGuess>> homes)
    {
        var points = new List<(double Stated, bool Right)>();
        for (var i = 0; i < cases.Count; i++)
        {
            if (homes[i].GroupBy(h => (h.Province, h.Prefecture)).MaxBy(g => g.Sum(h => h.Probability)) is not { } top) continue;
            points.Add((top.Sum(h => h.Probability), cases[i].Is(top.First(), HomeLevel.Prefecture)));
        }
        return [.. points.GroupBy(p => Math.Min(Bands - 1, (int)(p.Stated * Bands))).OrderBy(g => g.Key)
            .Select(g => new CalibrationBand(g.Key / (double)Bands, g.Count(), g.Average(p => p.Stated), g.Average(p => p.Right ? 1.0 : 0)))];
    }

    private static double LogScoreOf(IReadOnlyList<TrueHome> cases, IReadOnlyList<HomeDistribution> found)
    {
        var scores = new List<double>();
        for (var i = 0; i < cases.Count; i++)
        {
            var at = CountySet.All.Select((c, n) => (Guess: new HomeGuess(c.Code, c.Province, c.Prefecture, c.Name, null, null, 0, []), n)).FirstOrDefault(x => cases[i].County.Length > 0 && cases[i].Is(x.Guess, HomeLevel.County) && (cases[i].Prefecture.Length == 0 || cases[i].Is(x.Guess, HomeLevel.Prefecture)));
            if (at.Guess is not null) scores.Add(Math.Log(Math.Max(LeastBelief, found[i].Probabilities[at.n])));
        }
        return scores.Count == 0 ? 0 : scores.Average();
    }
}
