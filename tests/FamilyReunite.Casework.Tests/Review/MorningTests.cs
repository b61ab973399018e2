using FamilyReunite.Casework.Review.Morning;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Ledger;

namespace FamilyReunite.Casework.Tests.Review;

public sealed class MorningTests : IAsyncLifetime
{
    // 02:30 in Shanghai
    private static readonly DateTimeOffset Night = new(2026, 3, 3, 18, 30, 0, TimeSpan.Zero);
    private ReviewWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await ReviewWorld.MakeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Read_NoNightYet_SaysSo()
    {
        var morning = await _world.MorningAsync(_world.Liaison);
        Assert.Equal((NightState.Never, null, true), (morning.Night.State, morning.Since, morning.NothingNew));
    }

    [Fact]
    public async Task Read_AfterTheNight_ListsNewStrongerAndWithdrawnAlone()
    {
        var (quiet, rising, falling, gone) = (await PairAsync(.3), await PairAsync(.3), await PairAsync(.3), await PairAsync(.3));
        var decided = await PairAsync(.3);
        _world.Clock.SetUtcNow(Night);
        await RunAsync(Night);
        await _world.ChangeAsync(db =>
        {
            db.CandidateMatches.Single(m => m.Id == rising).Assess(ReviewWorld.Assessment(.45, "b"), Night);
            db.CandidateMatches.Single(m => m.Id == falling).Assess(ReviewWorld.Assessment(.2, "b"), Night);
            db.CandidateMatches.Single(m => m.Id == gone).Withdraw(Night);
        });
        var fresh = await PairAsync(.6);
        await _world.DecideAsync(_world.Staff, decided, DecisionAction.Open, null);

        var morning = await _world.MorningAsync(_world.Liaison);
        Assert.Equal((NightState.Done, 1204), (morning.Night.State, morning.Night.Compared));
        Assert.Equal(fresh, Assert.Single(morning.New.Rows).Pair.Id);
        Assert.Equal((rising, .3), (Assert.Single(morning.Stronger.Rows).Pair.Id, morning.Stronger.Rows[0].EarlierProbability));
        Assert.Equal(gone, Assert.Single(morning.Withdrawn.Rows).Pair.Id);
        Assert.DoesNotContain(morning.New.Rows.Concat(morning.Stronger.Rows), r => r.Pair.Id == quiet);
        Assert.True((await _world.MorningAsync(_world.StrangeLiaison)).NothingNew);
    }

    [Fact]
    public async Task Read_RejectedPairWithNewEvidence_IsToldAsSuch()
    {
        var pair = await PairAsync(.3);
        await _world.DecideAsync(_world.Staff, pair, DecisionAction.Reject, "年龄不符", RejectionReason.DifferentPerson);
        _world.Clock.SetUtcNow(Night);
        await RunAsync(Night);
        await _world.ChangeAsync(db => db.CandidateMatches.Single(m => m.Id == pair).Assess(ReviewWorld.Assessment(.31, "b"), Night));
        Assert.True(Assert.Single((await _world.MorningAsync(_world.Staff)).Stronger.Rows).WasRejected);
    }

    [Fact]
    public async Task Read_FailedNight_TellsWhyAndCountsFromTheLastGoodOne()
    {
        await RunAsync(Night);
        var fresh = await PairAsync(.6);
        _world.Clock.SetUtcNow(Night.AddDays(1));
        await _world.ChangeAsync(db =>
        {
            var run = new JobRun(_world.NewId(), NightReader.Job, "2026-03-05", 10, Night.AddDays(1));
            run.Fail("IOException", Night.AddDays(1));
            db.Add(run);
        });
        await _world.ChangeAsync(db => db.CandidateMatches.Single(m => m.Id == fresh).Assess(ReviewWorld.Assessment(.7, "b"), Night.AddHours(2)));
        var morning = await _world.MorningAsync(_world.Staff);
        Assert.Equal((NightState.Failed, "IOException", Night), (morning.Night.State, morning.Night.Why, morning.Since!.Value));
    }

    [Fact]
    public async Task Read_NightThatDidNotCome_IsLateAfterAnHour()
    {
        await RunAsync(Night);
        _world.Clock.SetUtcNow(Night.AddDays(1).AddMinutes(59));
        Assert.Equal(NightState.Done, (await _world.MorningAsync(_world.Staff)).Night.State);
        _world.Clock.SetUtcNow(Night.AddDays(1).AddMinutes(61));
        Assert.Equal(NightState.Late, (await _world.MorningAsync(_world.Staff)).Night.State);
    }

    [Fact]
    public async Task Read_NightCaughtUpInTheMorning_SaysSo()
    {
        _world.Clock.SetUtcNow(Night.AddHours(6));
        await RunAsync(Night.AddHours(5));
        Assert.True((await _world.MorningAsync(_world.Staff)).Night.CaughtUp);
    }

    private async Task<Guid> PairAsync(double probability) => await _world.MatchAsync(await _world.PersonAsync(), await _world.ReportAsync(), probability);

    private Task RunAsync(DateTimeOffset at) => _world.ChangeAsync(db =>
    {
        var run = new JobRun(_world.NewId(), NightReader.Job, at.ToString("O", System.Globalization.CultureInfo.InvariantCulture), 1204, at);
        run.Advance(1204, 1204, null, at.AddMinutes(5));
        run.Finish(null, at.AddMinutes(5));
        db.Add(run);
    });
}
