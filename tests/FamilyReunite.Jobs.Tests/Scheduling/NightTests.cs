using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Domain.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FamilyReunite.Jobs.Tests.Scheduling;

public sealed class NightTests
{
    [Fact]
    public async Task Start_NightWasSwitchedOff_RunsTheNewestSlotOnce()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24");
        await server.StopAsync();
        server.Clock.Advance(TimeSpan.FromDays(2));
        for (var i = 0; i < 2; i++)
        {
            await server.StartAsync();
            await server.UntilDoneAsync("2026-11-26");
            await server.StopAsync();
        }
        await server.StartAsync();
        Assert.Equal(["2026-11-24", "2026-11-26"], (await server.RunsAsync()).Select(r => r.Slot));
    }

    [Fact]
    public async Task Start_RunLeftByAKill_IsTakenUpAgainAtOnce()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24");
        var tomorrow = server.Clock.GetUtcNow().AddDays(1);
        await using (var db = server.Db())
        {
            db.JobRuns.Add(new JobRun(Guid.CreateVersion7(tomorrow), MatchRunner.NightJob, "2026-11-25", 0, tomorrow));
            await db.SaveChangesAsync();
        }
        await server.StopAsync();
        // only now, or the scheduler of the first start would take the run up too
        server.Clock.Advance(TimeSpan.FromDays(1));
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-25");
        Assert.Equal(1, (await server.RunsAsync()).Single(r => r.Slot == "2026-11-25").Resumes);
    }

    [Fact]
    public async Task Schedule_Kept_FiresAtHalfPastTwoInShanghaiAndNotTwiceAtOnce()
    {
        await using var server = new Server();
        await server.StartAsync();
        var scheduler = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var trigger = await scheduler.GetTrigger(new TriggerKey(MatchRunner.NightJob));
        var job = await scheduler.GetJobDetail(new JobKey(MatchRunner.NightJob));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 18, 30, 0, TimeSpan.Zero), trigger!.NextFireTimeUtc);
        Assert.Equal((int)CronTriggerMisfireInstruction.FireAndProceed, trigger.MisfireInstructionCode);
        Assert.True(job!.ConcurrentExecutionDisallowed);
        Assert.True(new FileInfo(server.JobStore).Length > 0);
    }

    [Fact]
    public async Task Fire_NightComesWhileRunning_RunsItsSlot()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24");
        await Server.UntilAsync(async () =>
        {
            // the scheduler's own waits need the clock to move on; slowly once the hour is past, so that no other slot falls due
            server.Clock.Advance(server.Clock.GetUtcNow() < Server.Morning.AddHours(17) ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(1));
            return (await server.RunsAsync()).Exists(r => r.Slot == "2026-11-25" && r.State == JobState.Done);
        }, "the scheduler fired");
    }
}
