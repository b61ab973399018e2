using System.CommandLine;
using FamilyReunite.Casework.Exchange.Doctor;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Cli.Console;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Cli.Exchange;

/// <summary><c>reunite doctor</c>: looks an installation over and changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create(SharedOptions shared) => shared.Run(new Command("doctor", "检查安装 · Look the installation over"), RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult call, CancellationToken ct)
    {
        await using var scope = session.Services.CreateAsyncScope();
        var worst = Health.Ok;
        await foreach (var line in scope.ServiceProvider.GetRequiredService<SystemDoctor>().LookAsync(ct))
        {
            if (line.Health > worst) worst = line.Health;
            if (session.Json) session.Line(new { line.Check, line.Health, line.Said.Code, Zh = ProblemSentences.Of(line.Said, Languages.Zh), En = ProblemSentences.Of(line.Said, Languages.En) });
            else session.Out.WriteLine($"{session.Say("doctor." + line.Health),-6} {line.Check,-10} {ProblemSentences.Of(line.Said, session.Culture)}");
        }
        return worst == Health.Bad ? ExitCode.Finding : ExitCode.Fine;
    }
}
