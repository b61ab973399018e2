using FamilyReunite.Casework.Faces;
using FamilyReunite.Data.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Faces;

/// <summary>Looks at each new photo a moment after it was saved, while comparing faces is on, and makes good what the shared copy of the faces lacks.</summary>
internal sealed class FaceFollower(FaceReader reader, FaceFeed feed, OutboxSignal signal, ILogger<FaceFollower> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.WaitAsync(Poll, stoppingToken);
            try
            {
                await reader.ReadWaitingAsync(null, stoppingToken);
                await feed.TidyAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.FaceReadingFailed(e);
            }
            await next;
        }
    }
}
