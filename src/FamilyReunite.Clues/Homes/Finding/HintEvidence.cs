using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Words, foods, crops, land, houses, peoples and surnames that the table of hints knows.</summary>
internal sealed class HintEvidence : IHomeEvidence
{
    /// <summary>How far a hint of each reliability is believed; the table's authors measured 44 % of recalled words as right.</summary>
    private static double Trust(Reliability reliability) => reliability switch { Reliability.A => 0.8, Reliability.B => 0.6, _ => 0.4 };

    private static readonly HashSet<string> Speech = ["word", "phrase", "sound", "marker"];
    /// <summary>Things with a name of their own.</summary>
    private static readonly HashSet<string> Named = ["river", "mountain", "lake", "reservoir", "mine", "farm", "sight", "product"];

    private static readonly HashSet<string> Life = ["food", "festival", "market", "crop", "land", "snow", "heating", "house", "seen", "rail", "custom", .. Named];

    /// <summary>Things of daily life whose dialect names are noted in running words, quotation marks or not.</summary>
    private static readonly HashSet<string> Things = ["马铃薯", "红薯", "玉米", "番茄", "馒头", "馄饨", "饺子", "面条", "粥", "集市", "炕/床", "院子", "田埂", "冰棍"];

    /// <summary>Names that the writer of a report uses himself.</summary>
    private static readonly HashSet<string> Standard = ["土豆", "红薯", "玉米", "番茄", "馒头", "馄饨", "饺子", "水饺", "面条", "稀饭", "院子", "集市", "米粉", "挂面"];

    /// <summary>How surely a river, mountain or mine that is named in a memory lies at home. Estimated.</summary>
    private const double NamedTrust = 0.55;

    /// <summary>The writer of a report also has words of his own.</summary>
    private const double WritersWord = 0.5;

    private static readonly Lazy<ILookup<string, RegionHint>> Spoken = new(() => Index(Speech));
    private static readonly Lazy<(ILookup<char, (string Word, RegionHint Hint)> First, int Longest)> Lived = new(() =>
    {
        var words = RegionTable.All.Where(h => Life.Contains(h.Kind) || h.Kind == "word" && Things.Contains(h.Topic)).SelectMany(h => h.Words.Where(w => w.Length > 1 && !(h.Kind == "word" && Standard.Contains(w))).Select(w => (Word: w, Hint: h))).ToList();
        return (words.ToLookup(w => w.Word[0]), words.Max(w => w.Word.Length));
    });

    /// <summary>True for a word of the tables, which is then no name of a place.</summary>
    public static bool Knows(string word) => Spoken.Value.Contains(Key(word));

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Word))
            if (Word(s) is { } clue) yield return clue;
        foreach (var s in said.Of(StatementKind.People))
            foreach (var h in RegionTable.Of("people").Where(h => h.Words.Any(w => w.TrimEnd('族') == s.Words.TrimEnd('族')))) yield return Clue(HomeClueKind.People, s, [h], s.Trust);
        foreach (var s in said.Of(StatementKind.PersonName))
            foreach (var h in RegionTable.Of("surname").Where(h => s.Words.StartsWith(h.Topic, StringComparison.Ordinal))) yield return Clue(HomeClueKind.Name, s, [h], s.Trust);
        foreach (var clue in Lives(said)) yield return clue;
    }

    /// <summary>What has a name of its own is hardly mentioned by those who do not come from there.</summary>
    private static double TrustOf(HomeStatement s, RegionHint hint) =>
        Named.Contains(hint.Kind) && hint.Kind != "product" ? NamedTrust : s.Trust * Trust(hint.Reliability) * (hint.Kind == "word" ? WritersWord : 1);

    private static HomeClueKind KindOf(RegionHint hint) => hint.Kind is "land" or "snow" or "seen" or "house" or "heating" || Named.Contains(hint.Kind) && hint.Kind != "product" ? HomeClueKind.Land : HomeClueKind.Life;

    /// <summary>A word that several sources list is judged by all of them together.</summary>
    private static HomeClue? Word(HomeStatement s)
    {
        var hints = Spoken.Value[Key(s.Words)].Where(h => h.Kind != "marker" || s.Words.Length == 1).ToList();
        if (hints.Count == 0) hints = [.. RegionTable.Of("sound").Where(h => h.Words.Any(w => Key(s.Words).Contains(w, StringComparison.Ordinal)))];
        return hints.Count == 0 ? null : Clue(hints[0].Kind == "sound" ? HomeClueKind.Sound : HomeClueKind.Word, s, hints, s.Trust * hints.Max(h => Trust(h.Reliability)));
    }

    private static IEnumerable<HomeClue> Lives(HomeStatements said)
    {
        var seen = said.Of(StatementKind.Word).SelectMany(s => Spoken.Value[Key(s.Words)]).Select(h => (h.Kind, h.Topic)).ToHashSet();
        foreach (var s in said.Of(StatementKind.Life, StatementKind.Home, StatementKind.Spoken))
            for (var at = 0; at < s.Words.Length; at++)
            {
                var here = Lived.Value.First[s.Words[at]].Where(w => string.CompareOrdinal(s.Words, at, w.Word, 0, w.Word.Length) == 0 && (s.Kind == StatementKind.Life || Named.Contains(w.Hint.Kind))).ToList();
                if (here.Count == 0) continue;
                var longest = here.Max(w => w.Word.Length);
                foreach (var (word, hint) in here.Where(w => w.Word.Length == longest).OrderBy(w => w.Hint.Kind == "word").Take(1))
                    if (seen.Add((hint.Kind, hint.Topic))) yield return Clue(KindOf(hint), s with { Words = word }, [hint], TrustOf(s, hint));
                at += longest - 1;
            }
    }

    private static HomeClue Clue(HomeClueKind kind, HomeStatement s, List<RegionHint> hints, double trust)
    {
        var likelihood = Belief.Empty();
        foreach (var h in hints)
        {
            var (weight, own) = (Trust(h.Reliability), h.Likelihood);
            for (var i = 0; i < likelihood.Length; i++) likelihood[i] += weight * own[i];
        }
        var where = string.Join('、', Where(likelihood));
        var topic = hints[0].Topic == s.Words ? "" : $"（{hints[0].Topic}）";
        return new HomeClue(kind, s.Words, new HomeReason($"“{s.Words}”{topic}：多见于{where}", $"“{s.Words}”{topic}: most common in {where}"), Belief.FromLikelihood(likelihood, Math.Min(trust, 0.9)));
    }

    /// <summary>The provinces where it is commonest.</summary>
    public static IEnumerable<string> Where(double[] likelihood)
    {
        var mean = likelihood.Select((l, i) => l * Belief.Shares[i]).Sum();
        return CountySet.All.Select((c, i) => (c.Province, L: likelihood[i] * Belief.Shares[i], Share: Belief.Shares[i])).GroupBy(x => x.Province)
            .Select(g => (g.Key, Rate: g.Sum(x => x.L) / g.Sum(x => x.Share))).Where(p => p.Rate > mean).OrderByDescending(p => p.Rate).Take(4).Select(p => p.Key);
    }

    private static ILookup<string, RegionHint> Index(HashSet<string> kinds) =>
        RegionTable.All.Where(h => kinds.Contains(h.Kind)).SelectMany(h => h.Words.Select(w => (Key(w), h))).ToLookup(x => x.Item1, x => x.h, StringComparer.Ordinal);

    private static string Key(string words) => string.Concat(PlainText.Of(words).ToLowerInvariant().Where(char.IsLetterOrDigit).Where(c => c is not ('与' or '和')));
}
