using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Casework.Tests.Ledger;

[Trait("Needs", "PostgreSQL")]
public sealed class JobSharesTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_ManyAtOnce_GivesEachShareToOne()
    {
        var (one, two, ticket) = await BeginAsync(20, 2);
        await using var _ = one;
        await using var __ = two;
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Get<JobShares>().TakeAsync(ticket.RunId, Life, Ct), Ct)));
        Assert.Equal(Enumerable.Range(0, 10), taken.OfType<JobShare>().Select(s => s.Number).Order());
    }

    [Fact]
    public async Task Take_ShareWhoseHolderIsSilent_GoesOnBehindWhatWasSavedAndTheOldHolderIsRefused()
    {
        var (one, two, ticket) = await BeginAsync(10, 10);
        await using var _ = one;
        await using var __ = two;
        var (mine, others) = (one.Get<JobShares>(), two.Get<JobShares>());
        var share = (await mine.TakeAsync(ticket.RunId, Life, Ct))!;
        Assert.Equal(WriteResult.Saved, await AdvanceAsync(one, ticket, share, 4));
        _clock.Advance(Life - TimeSpan.FromSeconds(1));
        await mine.ProlongAsync(ticket.RunId, Life, Ct);
        _clock.Advance(Life - TimeSpan.FromSeconds(1));
        Assert.Null(await others.TakeAsync(ticket.RunId, Life, Ct));
        Assert.True(await others.AreHeldElsewhereAsync(ticket.RunId, Ct));

        _clock.Advance(TimeSpan.FromSeconds(2));
        var taken = (await others.TakeAsync(ticket.RunId, Life, Ct))!;
        Assert.Equal(share.Left().Skip(4), taken.Left());
        await Assert.ThrowsAsync<ShareLostException>(() => AdvanceAsync(one, ticket, share, 6));
        Assert.Equal(WriteResult.Saved, await AdvanceAsync(two, ticket, taken, 10));
        Assert.Equal(0, (await others.StateAsync(ticket.RunId, Ct)).Open);
    }

    [Fact]
    public async Task Advance_ShareTakenBetweenReadAndWrite_IsAConflict()
    {
        var (one, two, ticket) = await BeginAsync(10, 10);
        await using var _ = one;
        await using var __ = two;
        var share = (await one.Get<JobShares>().TakeAsync(ticket.RunId, Life, Ct))!;
        await using var db = one.Db();
        var note = await one.Get<JobShares>().AdvanceAsync(db, ticket, share, 4, "{}", Life, "", Ct);
        _clock.Advance(Life + TimeSpan.FromSeconds(1));
        Assert.NotNull(await two.Get<JobShares>().TakeAsync(ticket.RunId, Life, Ct));
        Assert.Equal(WriteResult.Conflict, await new ChangeWriter(db, _clock).SaveAsync(note, Ct));
    }

    [Fact]
    public async Task Release_ByAServerThatStops_FreesItsSharesAtOnce()
    {
        var (one, two, ticket) = await BeginAsync(10, 10);
        await using var _ = one;
        await using var __ = two;
        await one.Get<JobShares>().TakeAsync(ticket.RunId, Life, Ct);
        Assert.Null(await two.Get<JobShares>().FindFreeAsync("night", Ct));
        await one.Get<JobShares>().ReleaseAsync(ticket.RunId, Ct);
        Assert.Equal(ticket.RunId, (await two.Get<JobShares>().FindFreeAsync("night", Ct))!.RunId);
    }

    private async Task<WriteResult> AdvanceAsync(SharingServer at, JobTicket ticket, JobShare share, int done)
    {
        await using var db = at.Db();
        var note = await at.Get<JobShares>().AdvanceAsync(db, ticket, share, done, "{}", Life, "", Ct);
        return await new ChangeWriter(db, _clock).SaveAsync(note, Ct);
    }

    private async Task<(SharingServer One, SharingServer Two, JobTicket Ticket)> BeginAsync(int items, int size)
    {
        var connection = await server.CreateDatabaseAsync();
        var one = new SharingServer(connection, new MatchOptions(), _clock);
        await using (var db = one.Db()) await DatabaseOpening.PrepareAsync(db, Ct);
        var ticket = await one.Get<JobLedger>().BeginAsync("night", "2026-11-24", Ct);
        await one.Get<JobShares>().DivideAsync(ticket, [.. Enumerable.Range(0, items).Select(_ => Guid.CreateVersion7(_clock.GetUtcNow()))], size, "{}", Ct);
        return (one, new SharingServer(connection, new MatchOptions(), _clock), ticket);
    }
}
