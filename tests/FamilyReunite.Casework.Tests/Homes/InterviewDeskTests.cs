using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class InterviewDeskTests(HomesWorld world) : IClassFixture<HomesWorld>
{
    [Fact]
    public async Task Answer_SentTwice_IsKeptOnceWithItsAuditRowAndGoesToTheIndex()
    {
        var id = world.House.NewId();
        var before = await world.LedgerAsync("person.home-answered");
        Assert.True((await AnswerAsync(world.Staff, id)).Succeeded);
        Assert.True((await AnswerAsync(world.Staff, id)).Succeeded);
        await using var db = world.Db();
        var kept = await db.InterviewAnswers.SingleAsync(a => a.Id == id);
        Assert.Equal(("rice", "您那里种水稻吗？", "yes", "是", "嗯，田里有水", world.Clip), (kept.Question, kept.Asked, kept.Option, kept.Answered, kept.Words, kept.ClipId));
        Assert.Equal((before.Audit + 1, before.Outbox + 1), await world.LedgerAsync("person.home-answered"));
    }

    [Fact]
    public async Task Answer_ByWhoeverDoesNotKeepTheRecord_IsNotThere()
    {
        foreach (var caller in new[] { world.Elsewhere, world.Liaison }) Assert.Equal("record.not-found", Assert.Single((await AnswerAsync(caller, world.House.NewId())).Problems).Code);
    }

    [Theory]
    [InlineData("", null, "home.option-needed")]
    [InlineData("yes", "a\u202Eb", "home.control-characters")]
    public async Task Answer_BadInput_NamesTheField(string option, string? words, string code)
    {
        var outcome = await world.DoAsync<InterviewDesk, Outcome<Done>>(d => d.AnswerAsync(world.Staff, new NewAnswer(world.House.NewId(), world.Person, "rice", "问", option, "是", words, null), default));
        Assert.Equal(code, Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Answer_WithARecordingOfSomebodyElse_IsRefused()
    {
        var outcome = await world.DoAsync<InterviewDesk, Outcome<Done>>(d => d.AnswerAsync(world.Staff, new NewAnswer(world.House.NewId(), world.Person, "rice", "问", "yes", "是", null, world.House.NewId()), default));
        Assert.Equal("home.clip-unknown", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Withdraw_Answer_KeepsItAndTakesItOutOfTheCase()
    {
        var id = world.House.NewId();
        await AnswerAsync(world.Staff, id);
        Assert.False((await WithdrawAsync(world.Elsewhere, id)).Succeeded);
        Assert.True((await WithdrawAsync(world.Staff, id)).Succeeded);
        Assert.True((await WithdrawAsync(world.Staff, id)).Succeeded);
        var view = await world.DoAsync<HomeDesk, HomeView?>(d => d.ReadAsync(world.Staff, world.Person, default));
        Assert.True(view!.Answers.Single(a => a.Answer.Id == id).Answer.IsWithdrawn);
        Assert.Equal(view.Answers.Count(a => !a.Answer.IsWithdrawn), view.Known.Answers.Count);
    }

    private Task<Outcome<Done>> AnswerAsync(Caller caller, Guid id) =>
        world.DoAsync<InterviewDesk, Outcome<Done>>(d => d.AnswerAsync(caller, new NewAnswer(id, world.Person, "rice", "您那里种水稻吗？", "yes", "是", "嗯，田里有水", world.Clip), default));

    private Task<Outcome<Done>> WithdrawAsync(Caller caller, Guid id) => world.DoAsync<InterviewDesk, Outcome<Done>>(d => d.WithdrawAsync(caller, world.House.NewId(), id, default));
}
