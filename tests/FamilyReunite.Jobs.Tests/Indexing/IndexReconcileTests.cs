using FamilyReunite.Casework.Indexing;
using FamilyReunite.Domain.Records;
using FamilyReunite.Jobs.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Jobs.Tests.Indexing;

public sealed class IndexReconcileTests
{
    [Fact]
    public async Task Night_RecordLostFromTheIndex_IsPutBackAndStandsInTheLedger()
    {
        await using var server = new Server();
        await server.StartAsync();
        await server.UntilDoneAsync("2026-11-24", IndexReconcileJob.Name);
        var person = await server.PersonAsync("张秀英");
        var status = server.Services.GetRequiredService<IndexStatusReader>();
        await Server.UntilAsync(async () => (await status.ReadAsync(default)).Value is { Behind: 0, Position: > 0 }, "the person is indexed");
        var index = server.Services.GetRequiredService<IIndexSource>().Open().Value!;
        // a loss that no outbox row speaks of
        await using (var build = await index.BeginRebuildAsync(default)) await build.SwapAsync(await index.PositionAsync(default), default);
        Assert.Equal(0, await index.CountAsync(RecordKind.Stranded, default));
        await server.Services.GetRequiredService<IndexReconcileJob>().RunAsync("2026-11-25", default);
        Assert.Equal(1, await index.CountAsync(RecordKind.Stranded, default));
        var run = (await server.RunsAsync(IndexReconcileJob.Name))[^1];
        Assert.Equal(("2026-11-25", """{"records":1,"missing":1,"stale":0,"extra":0,"rebuilt":false,"drift":1}"""), (run.Slot, run.Summary));
        Assert.NotEqual(Guid.Empty, person);
    }
}
