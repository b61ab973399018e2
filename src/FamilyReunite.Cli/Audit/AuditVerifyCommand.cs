using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Data.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Cli.Audit;

/// <summary><c>reunite audit verify</c>: walks the audit chain and names the first row that does not hold.</summary>
internal static class AuditVerifyCommand
{
    public static Command Create(SharedOptions shared)
    {
        var verify = shared.Run(new Command("verify", "核对操作记录链 · Check the audit chain for altered, removed or re-ordered rows"), RunAsync);
        return new Command("audit", "操作记录 · Who looked at and changed what") { verify };
    }

    private static async Task<int> RunAsync(Session session, ParseResult call, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        await using var scope = session.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(ct);
        if (session.Json) session.Line(new { verdict.Rows, Fault = verdict.Fault.ToString(), verdict.BrokenAt });
        else session.Out.WriteLine(verdict.Fault == AuditFault.None ? session.Say("audit.holds", verdict.Rows) : session.Say("audit.broken", verdict.BrokenAt ?? 0, verdict.Fault, verdict.Rows));
        return verdict.Fault == AuditFault.None ? ExitCode.Fine : ExitCode.Finding;
    }
}
