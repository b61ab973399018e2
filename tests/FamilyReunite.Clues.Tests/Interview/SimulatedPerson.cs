using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Tests.Interview;

/// <summary>Somebody from a county who answers as people there would: 1 answer in 5 is at random, 1 word in 5 is the standard one, 1 question in 6 gets no reaction.</summary>
internal sealed class SimulatedPerson(int home, Random chance, IReadOnlyDictionary<string, BankQuestion> bank)
{
    private const double AtRandom = 0.2, Common = 0.2, Silent = 1.0 / 6, KnowsHome = 0.7, KnowsFar = 0.06;

    private readonly string _county = CountySet.All[home].Code.Digits;

    public HomeAnswer Answer(string id)
    {
        if (chance.NextDouble() < Silent) return new HomeAnswer(id, HomeAnswer.NoReaction);
        if (id.StartsWith("name:", StringComparison.Ordinal)) return new HomeAnswer(id, Knows(id["name:".Length..]) ? ProposedOption.Yes : ProposedOption.No);
        var question = bank[id];
        if (question.Kind == QuestionKind.Word) return new HomeAnswer(id, ProposedOption.Said, Word(question));
        var random = chance.NextDouble() < AtRandom;
        if (question.Kind == QuestionKind.YesNo) return new HomeAnswer(id, (random ? chance.NextDouble() < 0.5 : chance.NextDouble() < Share(question.Options[0])) ? ProposedOption.Yes : ProposedOption.No);
        return new HomeAnswer(id, random ? question.Options[chance.Next(question.Options.Count)].Id : Drawn([.. question.Options.Select(o => (o.Id, Share(o)))], question.Kind == QuestionKind.Choice ? ProposedOption.Other : null));
    }

    private bool Knows(string code)
    {
        var inside = _county.StartsWith(code, StringComparison.Ordinal) || code.StartsWith(_county, StringComparison.Ordinal);
        return chance.NextDouble() < (inside ? KnowsHome : KnowsFar);
    }

    private string Word(BankQuestion question)
    {
        if (question.Common.Count > 0 && chance.NextDouble() < Common) return question.Common[chance.Next(question.Common.Count)];
        return Drawn([.. question.Words!.Hints.Select(h => (h.Words[chance.Next(h.Words.Count)], h.Likelihood[home] > 1.5 * h.Likelihood.Min() ? h.Likelihood[home] : 0.002))], "不知道");
    }

    private double Share(BankOption option) => option.From.Spread()[home];

    private string Drawn((string What, double Weight)[] among, string? otherwise)
    {
        var sum = among.Sum(a => a.Weight);
        var at = chance.NextDouble() * (otherwise is null ? sum : Math.Max(1, sum));
        foreach (var (what, weight) in among)
            if ((at -= weight) < 0) return what;
        return otherwise ?? among[^1].What;
    }
}
