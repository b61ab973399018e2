using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Jobs.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Jobs.Tests.Learning;

public sealed class ChallengerJobTests
{
    [Fact]
    public async Task Night_TooFewDecisions_IsDoneOnceAndProposesNothing()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24", ChallengerJob.Name);

        Assert.Equal(JobStart.AlreadyDone, await server.Services.GetRequiredService<ChallengerJob>().RunAsync("2026-11-24", default));
        var run = Assert.Single(await server.RunsAsync(ChallengerJob.Name));
        Assert.Equal((0, null, null), ChallengerResult.Parse(run.Summary) is { } r ? (r.Decided, r.Trial, r.Proposed) : (-1, null, null));
        await using var scope = server.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ModelBook>().ListAsync(default));
    }
}
