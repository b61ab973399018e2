using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Places that were said, printed or supposed, down to the village, by sound.</summary>
internal sealed class PlaceEvidence(IPlaceResolver places) : IHomeEvidence
{
    /// <summary>Readings of one statement that are weighed: as many as bear one name all over the country.</summary>
    private const int Readings = 400;

    /// <summary>A reading that is much likelier than the next by its characters alone is not so by its sound: written by ear, the difference of two readings counts by this power. Estimated.</summary>
    private const double BySound = 0.75;

    /// <summary>Belief that stays in the county that was read, that goes to its prefecture, and that goes to counties near by. Estimated: borders were redrawn and people name the next town.</summary>
    private const double Here = 0.82, Prefecture = 0.1, NearBy = 0.08;

    private const double NearKm = 50;

    private const double LeastTold = 0.02;

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Home, StatementKind.Spoken, StatementKind.Printed, StatementKind.Journey, StatementKind.Guess))
            if (Clue(s) is { } clue) yield return clue;
    }

    private HomeClue? Clue(HomeStatement s)
    {
        var guesses = places.Resolve(new PlaceQuery(s.Words, Top: Readings, Deepest: DivisionLevel.Village));
        if (guesses.Count == 0) return null;
        var sum = guesses.Sum(g => g.Score);
        var best = guesses[0].Score;
        var belief = Belief.Empty();
        var (why, below) = (new Dictionary<int, HomeReason>(), new Dictionary<int, BelowHome>());
        var soft = guesses.Sum(g => Math.Pow(g.Score / best, BySound));
        foreach (var guess in guesses)
        {
            var share = sum * Math.Pow(guess.Score / best, BySound) / soft;
            var inside = CountySet.Within(guess.Code);
            if (inside.Count == 0) continue;
            Spread(belief, guess.Code, inside, share);
            if (inside.Count > 1) continue;
            if (guess.Town is not null && guess.Code.Level > DivisionLevel.County && (below.GetValueOrDefault(inside[0])?.Belief ?? 0) < share) below[inside[0]] = new BelowHome(guess.Town, guess.Village, share);
            why.TryAdd(inside[0], Why(s, guess));
        }
        return new HomeClue(KindOf(s.Kind), s.Words, Reading(s, guesses[0]), Belief.FromPosterior(belief, s.Trust)) { Why = why, Below = below };
    }

    private static void Spread(double[] belief, DivisionCode code, IReadOnlyList<int> inside, double share)
    {
        var (own, around) = (share * (Here + (inside.Count > 1 ? Prefecture : 0)), share * NearBy);
        Put(belief, inside, own);
        if (inside.Count == 1) Put(belief, CountySet.Within(code.At(DivisionLevel.Prefecture)), share * Prefecture);
        if (share < LeastTold)
        {
            Put(belief, inside, around);
            return;
        }
        var near = Nearness.To(code.At(DivisionLevel.County), NearKm);
        var total = 0.0;
        for (var i = 0; i < near.Length; i++) total += near[i] * Belief.Shares[i];
        for (var i = 0; i < near.Length; i++) belief[i] += around * near[i] * Belief.Shares[i] / total;
    }

    private static void Put(double[] belief, IReadOnlyList<int> inside, double share)
    {
        var total = 0.0;
        foreach (var i in inside) total += Belief.Shares[i];
        foreach (var i in inside) belief[i] += share * Belief.Shares[i] / total;
    }

    private static HomeClueKind KindOf(StatementKind kind) => kind switch
    {
        StatementKind.Printed or StatementKind.Journey => HomeClueKind.WrittenPlace,
        StatementKind.Guess => HomeClueKind.GuessedPlace,
        _ => HomeClueKind.SaidPlace,
    };

    private static HomeReason Reading(HomeStatement s, PlaceGuess best)
    {
        var (zh, en) = Source(s.Kind);
        var name = Name(best);
        return new HomeReason($"{zh}“{s.Words}”：可能是{name}", $"{en} “{s.Words}”: may be {name}");
    }

    private static HomeReason Why(HomeStatement s, PlaceGuess guess)
    {
        var (zh, en) = Source(s.Kind);
        var name = Name(guess);
        var because = guess.Reasons.Count > 0 ? $"（{string.Join("，", guess.Reasons)}）" : "";
        return new HomeReason($"{zh}“{s.Words}”：{name}{because}", $"{en} “{s.Words}”: {name}{because}");
    }

    private static (string Zh, string En) Source(StatementKind kind) => kind switch
    {
        StatementKind.Home => ("说家在", "Said home is"),
        StatementKind.Printed => ("随身物上写着", "Written on a belonging:"),
        StatementKind.Journey => ("来路", "Came by way of"),
        StatementKind.Guess => ("有人猜是", "Somebody supposed"),
        _ => ("说过", "Said"),
    };

    private static string Name(PlaceGuess g) => string.Concat(new[] { g.Prefecture == g.Province ? null : g.Province, g.Prefecture, g.County, g.Town, g.Village }.OfType<string>().Distinct());
}
