using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Places that were said, printed or supposed, down to the village, by sound.</summary>
internal sealed partial class PlaceEvidence(IPlaceResolver places) : IHomeEvidence
{
    /// <summary>Counties of one statement that are weighed, and those whose best place is looked at.</summary>
    private const int Told = 400, Reasoned = 120;

    /// <summary>Part of a statement whose readings are weighed by this power of their odds: what was only heard may have been written with the characters of another place. Estimated.</summary>
    private const double ByEar = 0.6, Softer = 0.4;

    /// <summary>Counties of a usual prefecture; and how far the number of people is let count.</summary>
    private const int UsualCounties = 9;

    private const string OwnEnding = "坝沟湾山河岭坪塘坡坎冲洞桥店铺集场井口屯庄寨营堡坊埠岗岙垭峪洼圩";
    private const double VillageRather = 0.2;

    private const double LeastPeopled = 0.1, MostPeopled = 4;

    /// <summary>P(a person names the place of finding | home is there), | home is elsewhere. Estimated.</summary>
    private const double NamesHome = 0.7, NamesHere = 0.07;

    /// <summary>Part of the names of villages and towns that people grew up with that today's list holds. Estimated: there are some 2.6 million natural villages to 620,000 committees, and every fourth township has been merged since 2000.</summary>
    private const double ListedVillages = 0.6, ListedTowns = 0.8;

    /// <summary>Belief from which running words are taken for a place.</summary>
    private const double Sure = 0.5;

    [GeneratedRegex("[省市县区州旗乡镇村屯庄寨]|公社|大队|街道", RegexOptions.CultureInvariant)]
    private static partial Regex LevelWord();

    [GeneratedRegex("[省市县区州旗盟]..", RegexOptions.CultureInvariant)]
    private static partial Regex Outer();

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Home, StatementKind.Told, StatementKind.Spoken, StatementKind.Printed, StatementKind.Journey, StatementKind.Guess))
            if (Clue(s, said.Found) is { } clue) yield return clue;
    }

    private HomeClue? Clue(HomeStatement s, string found)
    {
        if (s.Kind is StatementKind.Told or StatementKind.Journey && !LevelWord().IsMatch(s.Words) && places.Resolve(new PlaceQuery(s.Words, Top: 1)) is not [{ Score: > Sure }]) return null;
        var journey = s.Kind == StatementKind.Journey;
        var named = places.Counties(new PlaceQuery(s.Words, Deepest: journey ? DivisionLevel.County : DivisionLevel.Village, Also: s.Also)).Counties;
        if (named.Count == 0) return null;
        var (told, shares) = Shares(s, [.. named.Take(Told)], named.Sum(n => n.Share));
        var spread = journey ? PlaceSpread.OfJourney : PlaceSpread.OfHome;
        var belief = Belief.Empty();
        var (why, below) = (new Dictionary<int, HomeReason>(), new Dictionary<int, BelowHome>());
        for (var n = 0; n < told.Count; n++)
        {
            var inside = CountySet.Within(told[n].Code);
            if (inside.Count == 0) continue;
            spread.Add(belief, told[n].Code, inside, shares[n]);
            if (inside.Count > 1 || n >= Reasoned) continue;
            var best = told[n].Best;
            if (best.Town is not null && best.Code.Level > DivisionLevel.County) below.TryAdd(inside[0], new BelowHome(best.Town, best.Village, shares[n]));
            why.TryAdd(inside[0], PlaceWording.Why(s, best));
        }
        if (told[0].Best.Code.Level == DivisionLevel.Province) FormerProvince.Add(belief, told[0].Best.Code);
        return new HomeClue(PlaceWording.KindOf(s.Kind), s.Words, PlaceWording.Reading(s, told[0].Best), IsHere(told[0].Best, found) ? OfHere(belief) : Ratio(belief, s.Words, told[0].Best, s.Trust)) { Why = why, Below = below };
    }

    /// <summary>A village may be one that no list holds: then the larger place named with it counts, else its name still ends as names do where it lies.</summary>
    private double[] Ratio(double[] belief, string words, PlaceGuess best, double trust)
    {
        var listed = best.Village is not null ? ListedVillages : best.Town is not null ? ListedTowns : 1;
        var ratio = Belief.FromPosterior(belief, trust * listed);
        if (best.Town is null) return ratio;
        var left = trust * (1 - listed * Math.Min(1, belief.Sum()));
        var (above, named) = Above(words);
        var ending = NameEnding.Of(words);
        for (var i = 0; i < ratio.Length; i++) ratio[i] += left * (above[i] / Belief.Shares[i] + (1 - named) * (ending?[i] ?? 1) - 1);
        return ratio;
    }

    /// <summary>Belief in the county or larger place that stands before a village ("梁平县仁和乡").</summary>
    private (double[] Belief, double Named) Above(string words)
    {
        var belief = Belief.Empty();
        if (!Outer().IsMatch(words)) return (belief, 0);
        var named = places.Counties(new PlaceQuery(words)).Counties;
        foreach (var n in named.Take(Told))
            if (CountySet.Within(n.Code) is { Count: > 0 } inside) PlaceSpread.OfHome.Add(belief, n.Code, inside, n.Share);
        return (belief, Math.Min(1, belief.Sum()));
    }

    /// <summary>People without bearings name the place they stand in, wherever home is.</summary>
    private static bool IsHere(PlaceGuess best, string found) =>
        found.Length > 0 && best.Town is null && (best.County ?? best.Prefecture) is { Length: > 1 } here && found.Contains(here[..2], StringComparison.Ordinal);

    private static double[] OfHere(double[] belief)
    {
        var most = belief.Select((b, i) => b / Belief.Shares[i]).Max();
        return Belief.FromLikelihood([.. belief.Select((b, i) => NamesHere + (NamesHome - NamesHere) * b / Belief.Shares[i] / most)], 1);
    }

    private static (List<CountyShare> Told, double[] Shares) Shares(HomeStatement s, List<CountyShare> told, double sum)
    {
        var weighed = told.Select((t, n) => (Told: t, Odds: n < Reasoned ? t.Share * LevelFit.Of(s.Words, t.Best) * Peopled(t.Best) * Whole(s.Words, t.Best) : t.Share)).OrderByDescending(x => x.Odds).ToList();
        told = weighed.ConvertAll(x => x.Told);
        double[] odds = [.. weighed.Select(x => x.Odds)];
        var most = odds[0];
        if (most <= 0) return (told, odds);
        var (plain, soft) = (odds.Sum(), odds.Sum(o => Math.Pow(o / most, Softer)));
        return (told, Array.ConvertAll(odds, o => sum * ((1 - ByEar) * o / plain + ByEar * Math.Pow(o / most, Softer) / soft)));
    }

    /// <summary>A short name with one more character behind that of a county ("白塔坝") is rather a village's own name.</summary>
    private static double Whole(string words, PlaceGuess best) =>
        best.Town is null && words.Length is 3 or 4 && OwnEnding.Contains(words[^1], StringComparison.Ordinal) && PlaceResolver.BareName(best.Code) is { } bare && bare.Length == words.Length - 1 && bare[^1] != words[^1] ? VillageRather : 1;

    /// <summary>The place finder takes all counties as alike, all prefectures as alike: more people come from a large one.</summary>
    private static double Peopled(PlaceGuess best)
    {
        if (best.Town is not null || best.Code.Level < DivisionLevel.Prefecture) return 1;
        var inside = CountySet.Within(best.Code);
        var alike = best.Code.Level == DivisionLevel.Prefecture && inside.Count > 1 ? CountySet.All.Count / (double)UsualCounties : CountySet.All.Count;
        return Math.Clamp(inside.Sum(i => Belief.Shares[i]) * alike, LeastPeopled, MostPeopled);
    }
}
