using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Ledger;

namespace FamilyReunite.Casework.Tests.Ledger;

public sealed class JobLedgerTests
{
    [Fact]
    public async Task Begin_RunThatLives_IsLeftAloneUntilItFallsSilent()
    {
        await using var house = await House.OpenAsync();
        var ledger = house.Get<JobLedger>();
        var first = await ledger.BeginAsync("trip-log", "2026-11-24", default);
        house.Clock.Advance(TimeSpan.FromSeconds(100));
        await ledger.AdvanceAsync(first, 3, 9, "c", default);
        house.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(JobStart.RunningElsewhere, (await ledger.BeginAsync("trip-log", "2026-11-24", default)).Start);
        house.Clock.Advance(TimeSpan.FromSeconds(20));
        var second = await ledger.BeginAsync("trip-log", "2026-11-24", default);
        Assert.Equal((JobStart.Resumed, first.RunId, 3, "c"), (second.Start, second.RunId, second.Done, second.Cursor));
    }

    [Fact]
    public async Task Begin_FailedRun_IsTakenUpAgain()
    {
        await using var house = await House.OpenAsync();
        var ledger = house.Get<JobLedger>();
        var ticket = await ledger.BeginAsync("trip-log", "2026-11-24", default);
        await ledger.FailAsync(ticket, new IOException("张秀英"), default);
        Assert.Equal((JobState.Failed, nameof(IOException)), await StateAsync(house));
        Assert.Equal(JobStart.Resumed, (await ledger.BeginAsync("trip-log", "2026-11-24", default)).Start);
        await ledger.FinishAsync(ticket, "{}", default);
        var again = await ledger.BeginAsync("trip-log", "2026-11-24", default);
        Assert.Equal((JobStart.AlreadyDone, "{}"), (again.Start, again.Summary));
        Assert.True(await ledger.IsDoneAsync("trip-log", "2026-11-24", default));
    }

    [Fact]
    public async Task Begin_TwoAtOnce_LetsOneThrough()
    {
        await using var house = await House.OpenAsync();
        var ledger = house.Get<JobLedger>();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ledger.BeginAsync("trip-log", "2026-11-24", default))));
        Assert.Single(tickets, t => t.Start == JobStart.Started);
        Assert.Equal(3, tickets.Count(t => t.Start == JobStart.RunningElsewhere));
    }

    [Fact]
    public async Task Begin_NextSlotAfterAKill_ClosesTheDeadOne()
    {
        await using var house = await House.OpenAsync();
        var ledger = house.Get<JobLedger>();
        await ledger.BeginAsync("trip-log", "2026-11-24", default);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await ledger.BeginAsync("trip-log", "2026-11-25", default);
        Assert.Equal([(JobState.Failed, JobLedger.Abandoned), (JobState.Running, null)], (await house.RunsAsync()).Select(r => (r.State, r.Summary)));
    }

    [Fact]
    public async Task Ledger_EveryEntry_StandsInTheAuditChain()
    {
        await using var house = await House.OpenAsync();
        var ticket = await house.Get<JobLedger>().BeginAsync("trip-log", "2026-11-24", default);
        await house.Get<JobLedger>().AdvanceAsync(ticket, 1, 1, null, default);
        await house.Get<JobLedger>().FinishAsync(ticket, null, default);
        await using var db = house.Db();
        Assert.Equal(["job.started", "job.advanced", "job.done"], db.AuditEntries.OrderBy(a => a.Sequence).Select(a => a.Action));
        Assert.Equal(AuditFault.None, (await new AuditVerifier(db).VerifyAsync(default)).Fault);
    }

    private static async Task<(JobState, string?)> StateAsync(House house) => (await house.RunsAsync()) is [var run] ? (run.State, run.Summary) : default;
}
