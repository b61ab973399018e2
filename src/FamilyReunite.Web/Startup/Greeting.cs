using FamilyReunite.Casework.Setup;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FamilyReunite.Web.Startup;

/// <summary>Says on the console, once pages are served, where to go and how to sign in.</summary>
internal sealed class Greeting(IServiceScopeFactory scopes, IServer server, SetupCode code, SignInsToTell signIns, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitUntilListeningAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine($"团圆 · FamilyReunite  {address}");
        foreach (var s in signIns.All) Console.WriteLine($"  {s.Role,-16} {s.UserName,-10} {s.Password}");
        if (await scope.ServiceProvider.GetRequiredService<Installation>().IsEmptyAsync(stoppingToken))
            Console.WriteLine($"首次设置 · First run: {address}/Setup   设置码 · code: {code.Value}");
    }

    private async Task WaitUntilListeningAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }
}
