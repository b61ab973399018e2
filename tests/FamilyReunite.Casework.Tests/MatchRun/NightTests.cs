using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class NightTests
{
    private static readonly string[] Names = ["张秀英", "李建国", "王桂兰", "刘德华", "陈玉珍", "赵铁柱", "黄阿妹"];

    [Fact]
    public async Task Run_PeopleWithReports_ProposesWhatIsAboveTheFloor()
    {
        await using var house = await FilledAsync(new MatchOptions());
        var result = await house.NightAsync("2026-11-24");

        Assert.Equal((JobStart.Started, Names.Length), (result.Start, result.Summary.Tally.Persons));
        var matches = await house.MatchesAsync();
        Assert.Equal(Names.Length, matches.Count);
        Assert.Equal(Names.Length, result.Summary.Tally.New);
        Assert.All(matches, m => Assert.Equal(m.Score, m.Prior + EvidenceJson.Read(m.EvidenceJson).Sum(e => e.Weight), 12));
        var run = Assert.Single(await house.RunsAsync());
        Assert.Equal((JobState.Done, Names.Length, Names.Length), (run.State, run.Total, run.DoneCount));
        Assert.Equal(result.Summary, MatchRunSummary.Parse(run.Summary));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_StoppedInTheMiddle_GoesOnBehindTheLastChunk(bool killed)
    {
        await using var house = await FilledAsync(new MatchOptions { ChunkSize = 2 });
        await StopInTheMiddleAsync(house, killed);
        var half = Assert.Single(await house.RunsAsync());
        // a kill may also stop the saving of the second chunk, which goes on beside the comparing of the third
        Assert.Equal(killed ? JobState.Running : JobState.Failed, half.State);
        Assert.Contains(half.DoneCount, killed ? new[] { 2, 4 } : [4]);
        Assert.Equal(half.DoneCount, (await house.MatchesAsync()).Count);

        house.Restart();
        house.Scorer.Before = null;
        house.Scorer.Scored.Clear();
        var result = await house.NightAsync("2026-11-24");

        Assert.Equal((JobStart.Resumed, Names.Length, Names.Length), (result.Start, result.Summary.Tally.Persons, result.Summary.Tally.New));
        Assert.Equal(Names.Length - half.DoneCount, house.Scorer.Scored.Select(s => s.Person).Distinct().Count());
        Assert.Equal(Names.Length, (await house.MatchesAsync()).Count);
        var run = Assert.Single(await house.RunsAsync());
        Assert.Equal((JobState.Done, 1, Names.Length), (run.State, run.Resumes, run.DoneCount));
        await using var db = house.Db();
        Assert.Equal(Names.Length, await db.AuditEntries.CountAsync(a => a.Action == "match.proposed"));
    }

    [Fact]
    public async Task Run_SameSlotAgain_ComparesNobody()
    {
        await using var house = await FilledAsync(new MatchOptions());
        var first = await house.NightAsync("2026-11-24");
        house.Scorer.Scored.Clear();
        house.Restart();
        var second = await house.NightAsync("2026-11-24");

        Assert.Equal((JobStart.AlreadyDone, first.Summary), (second.Start, second.Summary));
        Assert.Empty(house.Scorer.Scored);
        Assert.Single(await house.RunsAsync());
    }

    [Fact]
    public async Task Run_NextNightWithNothingNew_ChangesNoMatch()
    {
        await using var house = await FilledAsync(new MatchOptions());
        await house.NightAsync("2026-11-24");
        var before = (await house.MatchesAsync()).ToDictionary(m => m.Id, m => (m.Version, m.EvidenceChangedAt));
        house.Clock.Advance(TimeSpan.FromDays(1));
        var tally = (await house.NightAsync("2026-11-25")).Summary.Tally;

        Assert.Equal((Names.Length, 0, 0, 0, 0), (tally.Persons, tally.New, tally.Stronger, tally.Weaker, tally.Withdrawn));
        Assert.Equal(before, (await house.MatchesAsync()).ToDictionary(m => m.Id, m => (m.Version, m.EvidenceChangedAt)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_WhileAnotherIsUnderWay_SaysSoOrWaits(bool waits)
    {
        await using var house = await FilledAsync(new MatchOptions());
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        house.Scorer.Before = (_, _) =>
        {
            inside.Set();
            goOn.Wait(TimeSpan.FromSeconds(30));
        };
        var first = Task.Run(() => house.NightAsync("2026-11-24"));
        Assert.True(inside.Wait(TimeSpan.FromSeconds(30)));
        var told = new TaskCompletionSource<string>();
        var second = house.Get<MatchRunner>().RunAsync(null, all: true, null, default, waits ? new MatchWait(TimeSpan.FromHours(1), p => told.SetResult(p.Code)) : null);
        if (waits) Assert.Equal("match.running", await told.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        else Assert.Equal("match.running", Assert.Single((await second).Problems).Code);
        goOn.Set();
        await first;
        while (!second.IsCompleted)
        {
            house.Clock.Advance(MatchWait.Pause);
            await Task.Delay(20);
        }
        Assert.Equal(waits, (await second).Succeeded);
    }

    [Fact]
    public async Task Run_WaitingForAnother_CanBeGivenUp()
    {
        await using var house = await FilledAsync(new MatchOptions());
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        house.Scorer.Before = (_, _) =>
        {
            inside.Set();
            goOn.Wait(TimeSpan.FromSeconds(30));
        };
        var first = Task.Run(() => house.NightAsync("2026-11-24"));
        Assert.True(inside.Wait(TimeSpan.FromSeconds(30)));
        using var enough = new CancellationTokenSource();
        var second = house.Get<MatchRunner>().RunAsync(null, all: true, null, enough.Token, new MatchWait(TimeSpan.FromHours(1), _ => enough.Cancel()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        goOn.Set();
        Assert.Equal(JobStart.Started, (await first).Start);
    }

    [Fact]
    public async Task Run_OnDemandOverChangesOnly_ComparesWhomTheyConcern()
    {
        await using var house = await FilledAsync(new MatchOptions());
        await house.NightAsync("2026-11-24");
        house.Scorer.Scored.Clear();
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.ReportAsync("张秀英");
        var result = await house.Get<MatchRunner>().RunAsync(null, all: false, null, default);

        Assert.Equal((1, 1), (result.Value!.Summary.Tally.Persons, result.Value.Summary.Tally.New));
        Assert.Equal(Names.Length + 1, (await house.MatchesAsync()).Count);
    }

    [Fact]
    public async Task Run_ModelRefused_SaysSoAndLeavesTheSlotOpen()
    {
        await using var house = await FilledAsync(new MatchOptions());
        house.Scorer.Refused = [new Problem("model.missing")];
        var refused = await house.Get<MatchRunner>().RunAsync("2026-11-24", all: true, null, default);
        Assert.Equal("model.missing", Assert.Single(refused.Problems).Code);
        Assert.Empty(await house.RunsAsync());
        house.Scorer.Refused = [];
        Assert.Equal(JobStart.Started, (await house.NightAsync("2026-11-24")).Start);
    }

    private static async Task StopInTheMiddleAsync(House house, bool killed)
    {
        using var power = new CancellationTokenSource();
        var persons = new HashSet<Guid>();
        house.Scorer.Before = (person, _) =>
        {
            lock (persons)
            {
                if (!persons.Add(person.RecordId) || persons.Count <= 5) return;
                power.Cancel();
                if (!killed) throw new IOException("The disk is gone.");
            }
        };
        var run = house.Get<MatchRunner>().RunAsync("2026-11-24", all: true, null, killed ? power.Token : default);
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() => run);
        Assert.True(killed ? stopped is OperationCanceledException : stopped is IOException or AggregateException);
    }

    private static async Task<House> FilledAsync(MatchOptions options)
    {
        var house = await House.OpenAsync(options);
        foreach (var name in Names)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await house.PersonAsync(name);
            await house.ReportAsync(name);
        }
        return house;
    }
}
