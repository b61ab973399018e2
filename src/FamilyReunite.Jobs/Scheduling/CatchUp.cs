using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Scheduling;

/// <summary>At start: runs what fell due while the program was off, and takes up again what a kill stopped half-way.</summary>
internal sealed class CatchUp(SlotRunner runner, ILogger<CatchUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(runner.Names.Select(name => RunAsync(name, stoppingToken)));
    }

    private async Task RunAsync(string name, CancellationToken ct)
    {
        try
        {
            await runner.RunDueAsync(name, null, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // the ledger keeps the slot open; the next firing or the next start tries again
            log.SlotFailed(e, name);
        }
    }
}
