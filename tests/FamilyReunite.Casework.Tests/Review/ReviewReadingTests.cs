using System.Globalization;
using CsCheck;
using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Review;

public sealed class ReviewReadingTests : IAsyncLifetime
{
    private ReviewWorld _world = null!;
    private Guid _match;

    public async ValueTask InitializeAsync()
    {
        _world = await ReviewWorld.MakeAsync();
        var person = await _world.PersonAsync((FactKind.HomeHeard, "购葛村", null), (FactKind.Age, "六十来岁", "58..65"), (FactKind.Sex, "男", "M"));
        var report = await _world.ReportAsync((FactKind.Name, "李某某", "李某某"), (FactKind.HomePlace, "四川省仪陇县苟角乡", "511324"), (FactKind.ReporterContact, "000-00004444", null));
        _match = await _world.MatchAsync(person, report);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Read_AwaitingSecond_HidesTheFirstWordsUntilTheSecondHasWritten()
    {
        await _world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm);
        var second = (await _world.CaseAsync(_world.Liaison, _match))!;
        Assert.Equal((ConfirmTurn.Second, true, (string?)null), (second.Turn, second.History[0].TextHidden, second.History[0].Text));
        Assert.DoesNotContain("甲州救助管理站", second.MaySecond);
        var colleague = (await _world.CaseAsync(_world.Colleague, _match))!;
        Assert.Equal((ConfirmTurn.Waiting, true), (colleague.Turn, colleague.History[0].TextHidden));
        Assert.Equal(ReviewWorld.Evidence, (await _world.CaseAsync(_world.Staff, _match))!.History[0].Text);

        await _world.DecideAsync(_world.Liaison, _match, DecisionAction.Confirm, "口音与家乡都对得上，已与家属通话");
        Assert.All((await _world.CaseAsync(_world.Liaison, _match))!.History, h => Assert.False(h.TextHidden));
    }

    [Fact]
    public async Task Read_FactsOfBothSides_StandAlikeBesideAlike()
    {
        var home = (await _world.CaseAsync(_world.Liaison, _match))!.Topics.Single(t => t.Topic == FactTopic.Home);
        Assert.Equal(("购葛村", "四川省仪陇县苟角乡"), (Assert.Single(home.Person).AsHeard, Assert.Single(home.Report).AsHeard));
    }

    [Fact]
    public async Task Read_FamilyContact_OnlyForWhoeverTookTheReport()
    {
        foreach (var (caller, sees) in new[] { (_world.FarStaff, true), (_world.FarLiaison, true), (_world.Staff, false), (_world.Liaison, false) })
            Assert.Equal(sees, (await _world.CaseAsync(caller, _match))!.Topics.SelectMany(t => t.Report).Any(f => f.Kind == FactKind.ReporterContact));
    }

    [Fact]
    public async Task Queue_StrangersAndOtherDistricts_SeeNothing()
    {
        foreach (var caller in new[] { _world.Stranger, _world.StrangeLiaison, _world.Staff with { Role = Domain.People.Role.EscortTeam } })
        {
            Assert.Empty((await _world.QueueAsync(caller)).Rows);
            Assert.Null(await _world.CaseAsync(caller, _match));
        }
        foreach (var caller in new[] { _world.Staff, _world.Colleague, _world.Liaison, _world.FarStaff, _world.FarLiaison }) Assert.Single((await _world.QueueAsync(caller)).Rows);
    }

    [Fact]
    public async Task Queue_Orders_ByProbabilityThenByAgeOfTheCase()
    {
        _world.Clock.Advance(TimeSpan.FromDays(1));
        var younger = await _world.MatchAsync(await _world.PersonAsync(), await _world.ReportAsync(), .9);
        var equal = await _world.MatchAsync(await _world.PersonAsync(), await _world.ReportAsync(), .4);
        Assert.Equal([younger, _match, equal], (await _world.QueueAsync(_world.Liaison)).Rows.Select(r => r.Id));
        Assert.Equal([_match, younger, equal], (await _world.QueueAsync(_world.Liaison, new QueueFilter(Order: QueueOrder.Age))).Rows.Select(r => r.Id));
        Assert.Equal(younger, Assert.Single((await _world.QueueAsync(_world.Liaison, new QueueFilter(Band: ProbabilityBand.VeryLikely))).Rows).Id);
    }

    [Fact]
    public async Task Queue_MyTurn_OnlyWhatAnotherHouseConfirmed()
    {
        await _world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm);
        Assert.Single((await _world.QueueAsync(_world.FarStaff, new QueueFilter(MyTurn: true))).Rows);
        Assert.Empty((await _world.QueueAsync(_world.Staff, new QueueFilter(MyTurn: true))).Rows);
        Assert.Empty((await _world.QueueAsync(_world.Colleague, new QueueFilter(MyTurn: true))).Rows);
        Assert.Empty((await _world.QueueAsync(_world.FarLiaison, new QueueFilter(OwnOnly: true))).Rows);
        Assert.Empty((await _world.QueueAsync(_world.FarStaff, new QueueFilter(State: MatchState.Proposed))).Rows);
    }

    [Fact]
    public async Task Queue_MoreThanAPage_IsPagedAndEndsWell()
    {
        for (var i = 0; i < QueueFilter.PageSize; i++) await _world.MatchAsync(await _world.PersonAsync(), await _world.ReportAsync(), .3);
        var (first, last) = (await _world.QueueAsync(_world.Staff), await _world.QueueAsync(_world.Staff, new QueueFilter(Page: 99)));
        Assert.Equal((20, 21, 2, 1), (first.Rows.Count, first.Total, last.Page, last.Rows.Count));
        await using var db = _world.Open();
        Assert.Equal(last.Rows[0].Id, await new ReviewQueue(db, new RecordLines(db, new ReadWords())).NextAsync(_world.Staff, new QueueFilter(), first.Rows[^1].Id, default));
    }

    [Fact]
    public async Task CaseList_WordsAndKind_FindTheDistrictsRecordsAlone()
    {
        Assert.Equal(2, (await ListAsync(_world.Liaison, new CaseListFilter())).Total);
        Assert.Equal("李某某", Assert.Single((await ListAsync(_world.Liaison, new CaseListFilter(Words: "苟角"))).Rows).Line.Name);
        Assert.Empty((await ListAsync(_world.Liaison, new CaseListFilter(Words: "%"))).Rows);
        Assert.Empty((await ListAsync(_world.Liaison, new CaseListFilter(Words: "00004444"))).Rows);
        Assert.Equal(RecordKind.Stranded, Assert.Single((await ListAsync(_world.Liaison, new CaseListFilter(Kind: RecordKind.Stranded, OpenPairsOnly: true))).Rows).Line.Kind);
        Assert.Equal(0, (await ListAsync(_world.StrangeLiaison, new CaseListFilter())).Total);
    }

    [Fact]
    public void Bands_Bounds_AreThoseOfTheScale()
    {
        Assert.Equal(
            [ProbabilityBand.AlmostImpossible, ProbabilityBand.Unlikely, ProbabilityBand.WeakLead, ProbabilityBand.Possible, ProbabilityBand.Likely, ProbabilityBand.VeryLikely, ProbabilityBand.VeryLikely, ProbabilityBand.AlmostCertain],
            new[] { .0099, .01, .1, .25, .5, .8, .95, .9501 }.Select(ProbabilityBands.Of));
        Gen.Double[0, 1].Sample(p =>
        {
            var (low, high) = ProbabilityBands.Range(ProbabilityBands.Of(p));
            Assert.InRange(p, low, high);
        });
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Words_EveryValue_HasOne(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        Assert.All(Enum.GetValues<ProbabilityBand>(), b => Assert.NotEmpty(ReviewWords.Of(b, culture) + ReviewWords.Range(b, culture)));
        Assert.All(Enum.GetValues<MatchState>(), s => Assert.NotEmpty(ReviewWords.Of(s, culture)));
        Assert.All(Enum.GetValues<DecisionAction>(), a => Assert.NotEmpty(ReviewWords.Of(a, culture)));
        Assert.All(Enum.GetValues<RejectionReason>(), r => Assert.NotEmpty(ReviewWords.Of(r, culture)));
    }

    private async Task<CaseListPage> ListAsync(Casework.Access.Caller caller, CaseListFilter filter)
    {
        await using var db = _world.Open();
        return await new CaseList(db, new RecordLines(db, new ReadWords())).FindAsync(caller, filter, default);
    }
}
