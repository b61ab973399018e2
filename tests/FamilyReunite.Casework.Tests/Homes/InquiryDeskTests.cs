using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class InquiryDeskTests : IAsyncLifetime
{
    private readonly HomesWorld _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Ask_AnOrganisation_SharesTheChosenLinesAloneAndReachesItsInbox()
    {
        var id = (await AskAsync(to: _world.House.OtherStation.Id)).Value;
        var seen = await ReadAsync(_world.Elsewhere, id);
        Assert.Equal("性别：男\n家乡（听音）：四川省仪陇县".Split('\n').Length, seen!.Shared.Split('\n').Length);
        Assert.Contains("男", seen.Shared, StringComparison.Ordinal);
        Assert.Contains("仪陇县", seen.Shared, StringComparison.Ordinal);
        Assert.DoesNotContain("60", seen.Shared, StringComparison.Ordinal);
        Assert.DoesNotContain("郑州", seen.Shared, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(_world.Elsewhere));
        Assert.Equal(0, await CountAsync(_world.Staff));
        Assert.Null(await _world.DoAsync<HomeDesk, HomeView?>(d => d.ReadAsync(_world.Elsewhere, _world.Person, default)));
    }

    [Fact]
    public async Task Answer_ByWhomeverWasAsked_IsKeptAndEndsTheWaiting()
    {
        var id = (await AskAsync(to: _world.House.OtherStation.Id)).Value;
        Assert.Equal("home.reply-needed", Assert.Single((await AnswerAsync(_world.Elsewhere, id, InquiryState.NotKnown, " ")).Problems).Code);
        Assert.True((await AnswerAsync(_world.Elsewhere, id, InquiryState.MoreToAsk, "有一家走失过人，在核对")).Succeeded);
        Assert.Equal(1, await CountAsync(_world.Elsewhere));
        Assert.True((await AnswerAsync(_world.Elsewhere, id, InquiryState.FamilyFound, "找到哥哥")).Succeeded);
        Assert.Equal(0, await CountAsync(_world.Elsewhere));
        Assert.Equal("home.not-waiting", Assert.Single((await AnswerAsync(_world.Elsewhere, id, InquiryState.NotKnown, "没有")).Problems).Code);
        Assert.Equal((InquiryState.FamilyFound, "找到哥哥"), (await ReadAsync(_world.Staff, id) is { } i ? (i.State, i.Reply!) : default));
    }

    [Fact]
    public async Task Ask_Outside_IsAnsweredByTheStationThatAsked()
    {
        var id = (await AskAsync(outside: "仪陇县救助站 电话已打")).Value;
        Assert.Null(await ReadAsync(_world.Elsewhere, id));
        Assert.True((await AnswerAsync(_world.Staff, id, InquiryState.NotKnown, "说没有这个村")).Succeeded);
    }

    [Fact]
    public async Task Ask_BadInput_IsToldByField()
    {
        Assert.Equal("home.to-needed", Assert.Single((await AskAsync()).Problems).Code);
        Assert.Equal("home.to-needed", Assert.Single((await AskAsync(to: _world.House.OtherStation.Id, outside: "某站")).Problems).Code);
        Assert.Equal("home.division-unknown", Assert.Single((await AskAsync(division: "查无此地", outside: "某站")).Problems).Code);
        Assert.Equal("home.look-for-needed", Assert.Single((await AskAsync(lookFor: " ", outside: "某站")).Problems).Code);
        Assert.Equal("record.not-found", Assert.Single((await AskAsync(_world.Elsewhere, outside: "某站")).Problems).Code);
    }

    [Fact]
    public async Task Wish_NotToBeFound_LooksToWhoeverWasAskedAsIfNothingHadBeen()
    {
        var id = (await AskAsync(to: _world.House.OtherStation.Id)).Value;
        await _world.HideAsync();
        Assert.Null(await ReadAsync(_world.Elsewhere, id));
        Assert.Equal(0, await CountAsync(_world.Elsewhere));
        Assert.False((await AnswerAsync(_world.Elsewhere, id, InquiryState.NotKnown, "没有")).Succeeded);
        Assert.NotNull(await ReadAsync(_world.Staff, id));
        Assert.Equal("home.person-hidden", Assert.Single((await AskAsync(outside: "某站")).Problems).Code);
        await _world.House.ChangeAsync<StrandedPerson>(_world.Person, p => p.DoesNotWantToBeFound = false);
    }

    [Fact]
    public async Task Withdraw_ByTheAsker_TakesItOutOfTheOthersSight()
    {
        var id = (await AskAsync(to: _world.House.OtherStation.Id)).Value;
        Assert.False((await WithdrawAsync(_world.Elsewhere, id)).Succeeded);
        Assert.True((await WithdrawAsync(_world.Staff, id)).Succeeded);
        Assert.Null(await ReadAsync(_world.Elsewhere, id));
    }

    [Fact]
    public async Task Ask_SameFormTwice_AsksOnce()
    {
        var write = _world.House.NewId();
        await AskAsync(outside: "某站", write: write);
        await AskAsync(outside: "某站", write: write);
        Assert.Equal(1, (await _world.LedgerAsync("person.home-asked")).Audit);
    }

    private Task<Outcome<Guid>> AskAsync(Caller? by = null, string division = "511324", string lookFor = "有没有购葛村", Guid? to = null, string? outside = null, Guid? write = null) =>
        _world.DoAsync<InquiryDesk, Outcome<Guid>>(d => d.AskAsync(by ?? _world.Staff, new NewInquiry(write ?? _world.House.NewId(), _world.Person, division, lookFor, [FactKind.Sex, FactKind.HomeHeard], to, outside), default));

    private Task<Outcome<Done>> AnswerAsync(Caller by, Guid id, InquiryState state, string reply) => _world.DoAsync<InquiryDesk, Outcome<Done>>(d => d.AnswerAsync(by, _world.House.NewId(), id, state, reply, null, default));

    private Task<Outcome<Done>> WithdrawAsync(Caller by, Guid id) => _world.DoAsync<InquiryDesk, Outcome<Done>>(d => d.WithdrawAsync(by, _world.House.NewId(), id, default));

    private Task<HomeInquiry?> ReadAsync(Caller by, Guid id) => _world.DoAsync<InquiryDesk, HomeInquiry?>(d => d.ReadAsync(by, id, printed: false, default));

    private Task<int> CountAsync(Caller by) => _world.DoAsync<HomeInbox, int>(d => d.CountAsync(by, default));
}
