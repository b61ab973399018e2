using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Places that were said, printed or supposed, down to the village, by sound.</summary>
internal sealed partial class PlaceEvidence(IPlaceResolver places) : IHomeEvidence
{
    /// <summary>Readings of one statement that are weighed: as many as bear one name all over the country.</summary>
    private const int Readings = 400;

    /// <summary>Part of a statement whose readings are weighed by this power of their odds: what was only heard may have been written with the characters of another place. Estimated.</summary>
    private const double ByEar = 0.35, Softer = 0.5;

    /// <summary>Belief from which running words are taken for a place.</summary>
    private const double Sure = 0.5;

    [GeneratedRegex("[省市县区州旗乡镇村屯庄寨]|公社|大队|街道", RegexOptions.CultureInvariant)]
    private static partial Regex LevelWord();

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Home, StatementKind.Told, StatementKind.Spoken, StatementKind.Printed, StatementKind.Journey, StatementKind.Guess))
            if (Clue(s) is { } clue) yield return clue;
    }

    private HomeClue? Clue(HomeStatement s)
    {
        if (s.Kind is StatementKind.Told or StatementKind.Journey && !LevelWord().IsMatch(s.Words) && places.Resolve(new PlaceQuery(s.Words, Top: 1)) is not [{ Score: > Sure }]) return null;
        var deepest = s.Kind is StatementKind.Journey ? DivisionLevel.County : DivisionLevel.Village;
        var guesses = places.Resolve(new PlaceQuery(s.Words, Top: Readings, Deepest: deepest));
        if (guesses.Count == 0) return null;
        var shares = Shares(s, guesses);
        var spread = s.Kind == StatementKind.Journey ? PlaceSpread.OfJourney : PlaceSpread.OfHome;
        var belief = Belief.Empty();
        var (why, below) = (new Dictionary<int, HomeReason>(), new Dictionary<int, BelowHome>());
        for (var g = 0; g < guesses.Count; g++)
        {
            var (guess, inside) = (guesses[g], CountySet.Within(guesses[g].Code));
            if (inside.Count == 0) continue;
            spread.Add(belief, guess.Code, inside, shares[g]);
            if (inside.Count > 1) continue;
            if (guess.Town is not null && guess.Code.Level > DivisionLevel.County && (below.GetValueOrDefault(inside[0])?.Belief ?? 0) < shares[g]) below[inside[0]] = new BelowHome(guess.Town, guess.Village, shares[g]);
            why.TryAdd(inside[0], PlaceWording.Why(s, guess));
        }
        return new HomeClue(PlaceWording.KindOf(s.Kind), s.Words, PlaceWording.Reading(s, guesses[0]), Belief.FromPosterior(belief, s.Trust)) { Why = why, Below = below };
    }

    private static double[] Shares(HomeStatement s, IReadOnlyList<PlaceGuess> guesses)
    {
        var odds = guesses.Select(g => g.Score * LevelFit.Of(s.Words, g)).ToArray();
        var (sum, most) = (guesses.Sum(g => g.Score), odds.Max());
        if (most <= 0) return odds;
        var (plain, soft) = (odds.Sum(), odds.Sum(o => Math.Pow(o / most, Softer)));
        return Array.ConvertAll(odds, o => sum * ((1 - ByEar) * o / plain + ByEar * Math.Pow(o / most, Softer) / soft));
    }
}
