using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.MatchRun;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.NightlyMatch;

/// <summary>Where servers share a database: takes part in the night that one of them began, and takes over what a server that died left of it.</summary>
internal sealed class NightCompanion(MatchRunner runner, JobShares shares, MatchOptions options, TimeProvider clock, ILogger<NightCompanion> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await shares.AreUsedAsync(stoppingToken)) return;
                var helped = await runner.HelpAsync(stoppingToken);
                if (!helped.Succeeded) log.CompanionWaits(helped.Problems[0].Code);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // the run goes on elsewhere, or is taken up again
                log.CompanionFailed(e);
            }
            await Task.Delay(options.ShareBeat, clock, stoppingToken);
        }
    }
}
