using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.TripLog;

/// <summary>Flags missed check-ins through the day; the night makes good what a stopped program left out.</summary>
internal sealed class CheckInWatch(TripLogWriter writer, TimeProvider clock, ILogger<CheckInWatch> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                await writer.WriteAsync(slot: null, after: null, beat: null, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.WatchFailed(e);
            }
        }
    }
}
