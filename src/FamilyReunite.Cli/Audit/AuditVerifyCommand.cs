using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Cli.Audit;

/// <summary><c>reunite audit verify</c>: walks the audit chain and names the first row that does not hold.</summary>
internal static class AuditVerifyCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Create(Option<DirectoryInfo> data, Option<bool> json)
    {
        var verify = new Command("verify", "核对操作记录链 · Check the audit chain for altered, removed or re-ordered rows");
        verify.SetAction((call, ct) => RunAsync(call.GetValue(data)!, call.GetValue(json), call.InvocationConfiguration, ct));
        return new Command("audit", "操作记录 · Who looked at and changed what") { verify };
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, bool json, InvocationConfiguration console, CancellationToken ct)
    {
        var file = Path.Combine(folder.FullName, DataRegistration.DatabaseFile);
        if (!File.Exists(file))
        {
            await console.Error.WriteLineAsync("这个文件夹里没有数据库，请用 --data 指出数据文件夹。 · There is no database in that folder; name the data folder with --data.");
            return ExitCode.Usage;
        }
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, file);
        await using var db = new ReuniteDb(options.Options);
        await DatabaseStartup.PrepareAsync(db, ct);
        var verdict = await new AuditVerifier(db).VerifyAsync(ct);
        await console.Output.WriteLineAsync(json ? JsonSerializer.Serialize(new { verdict.Rows, Fault = verdict.Fault.ToString(), verdict.BrokenAt }, Json) : Sentence(verdict));
        return verdict.Fault == AuditFault.None ? ExitCode.Fine : ExitCode.Finding;
    }

    private static string Sentence(AuditVerdict v) => v.Fault == AuditFault.None
        ? FormattableString.Invariant($"链完整，核对至第 {v.Rows:N0} 条。 · The chain holds up to row {v.Rows:N0}.")
        : FormattableString.Invariant($"第 {v.BrokenAt} 条不成立（{v.Fault}），此前 {v.Rows:N0} 条完整。 · Row {v.BrokenAt} does not hold ({v.Fault}); the {v.Rows:N0} before it do.");
}
