using FamilyReunite.Casework.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Scheduling;

/// <summary>At start: runs what fell due while the program was off, and takes up again what a kill stopped half-way. Where servers share a database, now and again too: the server that was killed may not come back.</summary>
internal sealed class CatchUp(SlotRunner runner, IServiceProvider services, TimeProvider clock, ILogger<CatchUp> log) : BackgroundService
{
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var shared = services.GetService<DatabaseSettings>() is { IsShared: true };
        await Task.WhenAll(runner.Names.Select(name => KeepAsync(name, shared, stoppingToken)));
    }

    private async Task KeepAsync(string name, bool shared, CancellationToken ct)
    {
        await RunAsync(name, ct);
        while (shared)
        {
            await Task.Delay(Again, clock, ct);
            await RunAsync(name, ct);
        }
    }

    private async Task RunAsync(string name, CancellationToken ct)
    {
        try
        {
            await runner.RunDueAsync(name, null, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // the ledger keeps the slot open; the next firing, look or start tries again
            log.SlotFailed(e, name);
        }
    }
}
