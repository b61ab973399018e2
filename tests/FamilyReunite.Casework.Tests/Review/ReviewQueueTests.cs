using FamilyReunite.Casework.Review;
using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.Tests.Review;

public sealed class ReviewQueueTests
{
    [Fact]
    public async Task Queue_LeadBelowOneInAHundred_WaitsUnderItsOwnWordAndOutOfTheMorning()
    {
        await using var world = await ReviewWorld.MakeAsync();
        var weak = await world.MatchAsync(await world.PersonAsync(), await world.ReportAsync(), probability: .004);
        var worth = await world.MatchAsync(await world.PersonAsync(), await world.ReportAsync(), probability: .2);

        Assert.Equal([worth], (await world.QueueAsync(world.Staff)).Rows.Select(r => r.Id));
        Assert.Equal([weak], (await world.QueueAsync(world.Staff, new QueueFilter { Band = ProbabilityBand.AlmostImpossible })).Rows.Select(r => r.Id));
        Assert.Equal([worth], (await world.MorningAsync(world.Staff)).New.Rows.Select(r => r.Pair.Id));
    }

    [Fact]
    public async Task Queue_WeakLeadThatSomebodyTookUp_StaysInSight()
    {
        await using var world = await ReviewWorld.MakeAsync();
        var weak = await world.MatchAsync(await world.PersonAsync(), await world.ReportAsync(), probability: .004);
        Assert.True((await world.DecideAsync(world.Staff, weak, DecisionAction.Open)).Succeeded);
        Assert.Equal([weak], (await world.QueueAsync(world.Staff)).Rows.Select(r => r.Id));
    }
}
