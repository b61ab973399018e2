using FamilyReunite.Casework.Indexing;
using FamilyReunite.Domain.Candidates;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Jobs.Tests.Indexing;

public sealed class OutboxFollowerTests
{
    [Fact]
    public async Task Follow_SavedRecords_AreIndexedAndCompared()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24");
        var person = await server.PersonAsync("张秀英");
        var report = await server.ReportAsync("张秀英");
        await Server.UntilAsync(async () => (await server.MatchesAsync()).Count == 1, "the pair is proposed");

        var match = Assert.Single(await server.MatchesAsync());
        Assert.Equal((person, report, MatchState.Proposed), (match.PersonId, match.ReportId, match.State));
        Assert.Equal(0, (await server.Services.GetRequiredService<IndexStatusReader>().ReadAsync(default)).Value!.Behind);
    }

    [Fact]
    public async Task Follow_ScorerThatBreaks_GoesOnWithTheNextRecord()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24");
        server.Scorer.BreakAfter(0);
        await server.ReportAsync("李建国");
        await server.PersonAsync("李建国");
        await Server.UntilAsync(async () => (await server.Services.GetRequiredService<IndexStatusReader>().ReadAsync(default)).Value!.Behind == 0, "the index is up to date");
        server.Scorer.BreakAfter(int.MaxValue);
        await server.PersonAsync("张秀英");
        await server.ReportAsync("张秀英");
        await Server.UntilAsync(async () => (await server.MatchesAsync()).Count >= 1, "the next pair is proposed");
    }
}
