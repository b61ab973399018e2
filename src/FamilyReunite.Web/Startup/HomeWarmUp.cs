using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Web.Startup;

/// <summary>Loads every village and every table of home finding once, beside the start, so that the first reader of a person's page does not wait for it.</summary>
internal sealed class HomeWarmUp(IHomeFinder finder) : BackgroundService
{
    private static readonly HomeCase Usual = new() { HeardPlaces = ["七里井"], DialectWords = ["苞谷"], DialectJudgement = "川北口音", FoundPlace = "31" };

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => finder.Find(Usual), stoppingToken);
}
