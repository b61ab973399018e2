using FamilyReunite.Casework.Pictures;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Pictures;

/// <summary>Removes this server's copies of photos that another server deleted, and what a stop left of one deleted here.</summary>
internal sealed class DeletedPictureFollower(DeletedPictureSweep sweep, TimeProvider clock, ILogger<DeletedPictureFollower> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.DeletedPicturesStay(e);
            }
            await Task.Delay(Poll, clock, stoppingToken);
        }
    }
}
