using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Casework.Records;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class ListeningDeskTests : IAsyncLifetime
{
    private readonly HomesWorld _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Ask_ColleaguesElsewhere_TellsThemSexAgeAndWordsAlone()
    {
        var id = (await AskAsync()).Value;
        var seen = await ReadAsync(_world.Elsewhere, id);
        Assert.Equal((Sex.Male, "58..62", "像哪里的话？"), (seen!.Sex, seen.Ages, seen.Words));
        Assert.Equal(1, await CountAsync(_world.Elsewhere));
    }

    [Fact]
    public async Task Answer_Ours_BecomesEvidenceAndCountsOnce()
    {
        var id = (await AskAsync()).Value;
        var listener = _world.Elsewhere;
        Assert.True((await AnswerAsync(listener, id, ListeningVerdict.CannotTell)).Succeeded);
        _world.House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await AnswerAsync(listener, id, ListeningVerdict.Ours, "广东省东莞市")).Succeeded);
        Assert.Equal(0, await CountAsync(listener));
        var view = await _world.DoAsync<HomeDesk, HomeView?>(d => d.ReadAsync(_world.Staff, _world.Person, default));
        Assert.Equal(ListenerVerdict.Ours, Assert.Single(view!.Known.Listeners).Verdict);
        Assert.Equal("4419", view.Known.Listeners[0].Home.Digits[..4]);
    }

    [Fact]
    public async Task Close_EndsWhatTheOthersHearAndSay()
    {
        var id = (await AskAsync()).Value;
        Assert.False((await CloseAsync(_world.Elsewhere, id)).Succeeded);
        Assert.True((await CloseAsync(_world.Staff, id)).Succeeded);
        Assert.Null(await ReadAsync(_world.Elsewhere, id));
        Assert.Null(await ClipAsync(_world.Elsewhere, id));
        Assert.Equal("record.not-found", Assert.Single((await AnswerAsync(_world.Elsewhere, id, ListeningVerdict.Ours)).Problems).Code);
        Assert.Equal("home.listening-closed", Assert.Single((await AnswerAsync(_world.Staff, id, ListeningVerdict.Ours)).Problems).Code);
    }

    [Fact]
    public async Task Clip_ForWhomeverWasAsked_PlaysAndEachIsNoted()
    {
        var bytes = "RIFF"u8.ToArray();
        var sha = await _world.House.Get<Photos.Storage.IBlobStore>().WriteAsync(bytes, default);
        await using (var db = _world.Db()) await db.Attachments.Where(a => a.Id == _world.Clip).ExecuteUpdateAsync(s => s.SetProperty(a => a.Sha256, sha));
        var id = (await AskAsync()).Value;
        var file = await ClipAsync(_world.Elsewhere, id);
        Assert.Equal("audio/wav", file!.MediaType);
        await file.Content.DisposeAsync();
        await using var check = _world.Db();
        Assert.True(await check.AuditEntries.AnyAsync(a => a.Action == "person.file-viewed" && a.SubjectId == _world.Clip));
        Assert.Null(await ClipAsync(_world.Elsewhere with { OrganisationId = _world.House.NewId() }, id));
    }

    [Fact]
    public async Task Ask_BadInput_IsToldByField()
    {
        Assert.Equal("home.clip-needed", Assert.Single((await AskAsync(clip: _world.House.NewId())).Problems).Code);
        Assert.Equal("home.addressee-needed", Assert.Single((await AskAsync(to: [_world.House.Station.Id])).Problems).Code);
        Assert.Equal("home.words-needed", Assert.Single((await AskAsync(words: " ")).Problems).Code);
        Assert.Equal("record.not-found", Assert.Single((await AskAsync(by: _world.Liaison)).Problems).Code);
        await _world.HideAsync();
        Assert.Equal("home.person-hidden", Assert.Single((await AskAsync()).Problems).Code);
    }

    [Fact]
    public async Task Answer_BadInput_IsToldByField()
    {
        var id = (await AskAsync()).Value;
        Assert.Equal("home.verdict-needed", Assert.Single((await AnswerAsync(_world.Elsewhere, id, null)).Problems).Code);
        Assert.Equal("home.division-unknown", Assert.Single((await AnswerAsync(_world.Elsewhere, id, ListeningVerdict.Ours, "999999")).Problems).Code);
    }

    private Task<Outcome<Guid>> AskAsync(Caller? by = null, Guid? clip = null, string words = "像哪里的话？", IReadOnlyList<Guid>? to = null) =>
        _world.DoAsync<ListeningDesk, Outcome<Guid>>(d => d.AskAsync(by ?? _world.Staff, new NewListening(_world.House.NewId(), _world.Person, clip ?? _world.Clip, words, to ?? [_world.House.OtherStation.Id]), default));

    private Task<Outcome<Done>> AnswerAsync(Caller by, Guid id, ListeningVerdict? verdict, string? home = null) =>
        _world.DoAsync<ListeningDesk, Outcome<Done>>(d => d.AnswerAsync(by, new NewOpinion(_world.House.NewId(), id, verdict, home, null), default));

    private Task<Outcome<Done>> CloseAsync(Caller by, Guid id) => _world.DoAsync<ListeningDesk, Outcome<Done>>(d => d.CloseAsync(by, _world.House.NewId(), id, default));

    private Task<ListeningRequest?> ReadAsync(Caller by, Guid id) => _world.DoAsync<ListeningDesk, ListeningRequest?>(d => d.ReadAsync(by, id, default));

    private Task<OpenedFile?> ClipAsync(Caller by, Guid id) => _world.DoAsync<ListeningDesk, OpenedFile?>(d => d.OpenClipAsync(by, id, default));

    private Task<int> CountAsync(Caller by) => _world.DoAsync<HomeInbox, int>(d => d.CountAsync(by, default));
}
