using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class HomeCasesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 14, 2, TimeSpan.Zero);

    [Fact]
    public void Of_EveryKindOfStatement_StandsInItsField()
    {
        var person = Person(
            Said(FactKind.NameHeard, "李胡桃"), Said(FactKind.HomeHeard, "购葛村"), Said(FactKind.HomePlace, "四川仪陇"), Said(FactKind.DialectWord, "喝说成哈"), Said(FactKind.Accent, "像川北"), Said(FactKind.Language, "说彝语"),
            Said(FactKind.Food, "冬至吃羊肉"), Said(FactKind.Crop, "水稻"), Said(FactKind.Terrain, "山里"), Said(FactKind.Animal, "水牛"), Said(FactKind.Spoken, "要回家"), Said(FactKind.Circumstances, "桥下发现"), Said(FactKind.FreeText, "常看河"),
            Said(FactKind.FoundPlace, "深圳福田", "440304"), Said(FactKind.Ethnicity, "彝族", "彝"), Said(FactKind.Sex, "男", "M"));
        var c = HomeCases.Of(person, [], []);
        Assert.Equal(["李胡桃"], c.HeardNames);
        Assert.Equal(["四川仪陇", "购葛村"], c.HeardPlaces);
        Assert.Equal(["喝说成哈"], c.DialectWords);
        Assert.Equal("像川北；说彝语", c.DialectJudgement);
        Assert.Equal(["冬至吃羊肉", "水稻", "山里", "水牛"], c.OtherClues);
        Assert.Equal("要回家\n桥下发现\n常看河", c.Text);
        Assert.Equal(("440304", Sex.Male, "彝"), (c.FoundPlace, c.Sex, Assert.Single(c.Ethnicities)));
    }

    [Fact]
    public void Of_StationGivenNames_CountNothing()
    {
        var person = Person(Said(FactKind.Name, "郑州生", source: FactSource.Colleague), Said(FactKind.Name, "贺桂华"));
        person.CallName = "洛阳";
        var c = HomeCases.Of(person, [], []);
        Assert.Equal(["贺桂华"], c.HeardNames);
        Assert.DoesNotContain("洛阳", HomeCases.Key(c), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatOthersSuppose_IsReadAsASupposition()
    {
        var c = HomeCases.Of(Person(Said(FactKind.HomeHeard, "仪陇", source: FactSource.SaidByThirdParty)), [], []);
        Assert.Empty(c.HeardPlaces);
        Assert.Equal("可能家住仪陇", c.Text);
    }

    [Fact]
    public void Of_CorrectedStatementsAndWithdrawnAnswers_AreLeftOut()
    {
        var old = Said(FactKind.HomeHeard, "购葛村");
        var person = Person(old, new Fact(Id(), FactKind.HomeHeard, "苟角村", null, FactSource.SaidByPerson, null, null, Start, replaces: old.Id));
        var (kept, taken) = (Answer("rice"), Answer("sea"));
        Assert.True(taken.Withdraw(Id(), Start));
        var c = HomeCases.Of(person, [kept, taken], []);
        Assert.Equal(["苟角村"], c.HeardPlaces);
        Assert.Equal("rice", Assert.Single(c.Answers).Question);
    }

    [Fact]
    public void Of_AListenerWhoChangedTheirMind_CountsOnceAsTheyThinkNow()
    {
        var listener = Id();
        var request = new ListeningRequest(Id(), Id(), Id(), Id(), "哪里话？", Sex.Male, null, [], Id(), Start);
        Assert.True(request.Add(new ListeningAnswer(Id(), listener, Id(), "61", ListeningVerdict.Ours, null, Start)).Succeeded);
        Assert.True(request.Add(new ListeningAnswer(Id(), listener, Id(), "61", ListeningVerdict.NotOurs, null, Start.AddHours(1))).Succeeded);
        Assert.Equal(ListenerVerdict.NotOurs, Assert.Single(HomeCases.Of(Person(), [], [request]).Listeners).Verdict);
    }

    [Fact]
    public void Verdicts_OfRecordAndFinder_HaveTheSameNames() => Assert.Equal(Enum.GetNames<ListenerVerdict>().Order(), Enum.GetNames<ListeningVerdict>().Order());

    private static InterviewAnswer Answer(string question) => new(Id(), Id(), question, "问", "yes", "是", null, null, Id(), Start);

    private static Guid Id() => Guid.CreateVersion7(Start);

    private static Fact Said(FactKind kind, string words, string? understood = null, FactSource source = FactSource.SaidByPerson) => new(Id(), kind, words, understood, source, null, null, Start);

    private static StrandedPerson Person(params IReadOnlyList<Fact> facts)
    {
        var person = new StrandedPerson(Id(), Id(), "4403", Start);
        foreach (var f in facts) Assert.True(person.Add(f));
        return person;
    }
}
