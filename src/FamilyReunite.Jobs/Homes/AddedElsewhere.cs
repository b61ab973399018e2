using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Homes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Homes;

/// <summary>Takes in the places and questions that people added at another server of the same database. A server alone knows its own.</summary>
internal sealed class AddedElsewhere(AddedPlaceBook places, StationQuestionBank questions, IServiceProvider services, TimeProvider clock, ILogger<AddedElsewhere> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.GetService<DatabaseSettings>() is not { IsShared: true }) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                await places.RefreshAsync(stoppingToken);
                await questions.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.AddedElsewhereUnread(e);
            }
        }
    }
}
