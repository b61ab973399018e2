using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Names of places read aloud while somebody watches; ids are <c>name:CODE</c> and need no row in the bank.</summary>
internal sealed class NameQuestions : IWayOfAsking
{
    private const string Prefix = "name:";

    /// <summary>Belief that home is in a town or village whose name the person knew, given its county.</summary>
    private const double KnownBelow = 0.6;

    public IEnumerable<Proposal> Propose(Situation situation)
    {
        var chance = AnswerTrust.Chance(QuestionKind.Name, situation.Means, cards: false);
        if (chance <= 0) yield break;
        foreach (var place in NameCandidates.Of(situation.Now))
        {
            var id = Prefix + place.Code.Digits;
            if (situation.Asked.Contains(id)) continue;
            var bits = chance * AnswerTrust.ToName * Information(place, situation);
            yield return new Proposal(bits, id, nameof(QuestionKind.Name), () => new ProposedQuestion(id, QuestionKind.Name, place.Name, Text(place), Options, [], bits));
        }
    }

    public HomeClue? Read(HomeAnswer answer)
    {
        if (!answer.Question.StartsWith(Prefix, StringComparison.Ordinal) || answer.Option is not (ProposedOption.Yes or ProposedOption.No)) return null;
        if (!DivisionCode.TryParse(answer.Question[Prefix.Length..], out var code) || NamedPlace.At(code) is not { } place) return null;
        var (reach, known) = (NameReach.Of(code.Level), answer.Option == ProposedOption.Yes);
        var likelihood = Belief.Empty();
        Array.Fill(likelihood, known ? reach.Anywhere : 1 - reach.Anywhere);
        foreach (var (county, p) in reach.Counties(place.Counties, place.ChanceInside(reach))) likelihood[county] = known ? p : 1 - p;
        var reading = known ? new Wording($"念到“{place.Name}”有反应", $"reacted to “{place.Name}”") : new Wording($"念到“{place.Name}”没有反应", $"did not react to “{place.Name}”");
        var clue = AnswerClue.Of(answer.Words ?? place.Name, reading, Belief.FromLikelihood(likelihood, AnswerTrust.ToName));
        return known && code.Level > DivisionLevel.County ? clue with { Below = new Dictionary<int, BelowHome> { [place.Counties[0]] = Home(place) } } : clue;
    }

    /// <summary>Mutual information of the reaction and home, in bits; below the county also of town or village.</summary>
    private static double Information(NamedPlace place, Situation situation)
    {
        var reach = NameReach.Of(place.Code.Level);
        var (react, conditional, left) = (0.0, 0.0, 1.0);
        foreach (var (county, p) in reach.Counties(place.Counties, place.ChanceInside(reach)))
            if (place.Code.Level <= DivisionLevel.County || county != place.Counties[0]) Add(situation.Belief[county], p);
        if (place.Code.Level > DivisionLevel.County) AddBelow(situation.Belief[place.Counties[0]], situation.Now.Below(place.Counties[0]));
        Add(Math.Max(0, left), reach.Anywhere);
        return Math.Max(0, AnswerModel.Bits(react) + AnswerModel.Bits(1 - react) - conditional);

        void Add(double mass, double p)
        {
            left -= mass;
            react += mass * p;
            conditional += mass * (AnswerModel.Bits(p) + AnswerModel.Bits(1 - p));
        }

        void AddBelow(double county, BelowHome? told)
        {
            if (place.Code.Level == DivisionLevel.Town)
            {
                Add(county * place.Share, reach.Own);
                Add(county * (1 - place.Share), NameReach.TownInCounty);
                return;
            }
            // villages are offered in the town that the person knew
            var town = told?.Belief ?? place.TownShare;
            var own = town * place.Share / place.TownShare;
            Add(county * own, reach.Own);
            Add(county * (town - own), NameReach.VillageInTown);
            Add(county * (1 - town), NameReach.VillageInCounty);
        }
    }

    private static BelowHome Home(NamedPlace place) =>
        place.Code.Level == DivisionLevel.Town ? new BelowHome(place.Name, null, KnownBelow) : new BelowHome(place.Above[(place.Above.IndexOf(' ', StringComparison.Ordinal) + 1)..], place.Name, KnownBelow);

    private static Wording Text(NamedPlace place)
    {
        var whole = string.Join(' ', new[] { place.Above, place.Name }.Where(n => n.Length > 0));
        return new($"念给他听：“{place.Spoken}”（{whole}）", $"Read aloud: “{place.Spoken}” ({whole})");
    }

    private static IReadOnlyList<ProposedOption> Options { get; } =
    [
        new(ProposedOption.Yes, new Wording("有反应（抬头、点头、跟着念）", "Reacts (looks up, nods, repeats it)"), null),
        new(ProposedOption.No, new Wording("听清了，没有反应", "Heard it, does not react"), null),
        new(HomeAnswer.NoReaction, new Wording("说不准", "Cannot tell"), null),
    ];
}
