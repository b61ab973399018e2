using System.CommandLine;
using FamilyReunite.Casework.Exchange.Backup;
using FamilyReunite.Cli.Console;

namespace FamilyReunite.Cli.Exchange;

/// <summary><c>reunite backup [--to DIR]</c>: may run while the server does.</summary>
internal static class BackupCommand
{
    public static Command Create(SharedOptions shared)
    {
        var to = new Option<DirectoryInfo?>("--to") { Description = "放备份的文件夹 · Folder that takes the backup" };
        var check = new Option<DirectoryInfo?>("--check") { Description = "只核对这个备份 · Check this backup and make none" };
        return shared.Run(new Command("backup", "备份并核对 · Make a backup and check it") { to, check }, (session, call, ct) => RunAsync(session, call.GetValue(to), call.GetValue(check), ct));
    }

    private static async Task<int> RunAsync(Session session, DirectoryInfo? to, DirectoryInfo? check, CancellationToken ct)
    {
        if (check is null && !session.HasDatabase) return session.NoDatabase();
        var outcome = check is not null ? await BackupWriter.VerifyAsync(check.FullName, ct)
            : await session.ProgressAsync(session.Say("backup.progress"), bar => session.Get<BackupWriter>().WriteAsync(to?.FullName, Progressing.Of(bar), ct));
        if (outcome.Value is not { } made)
        {
            session.Refuse(outcome.Problems);
            return ExitCode.Finding;
        }
        if (session.Json) session.Line(made);
        else session.Out.WriteLine(session.Say("backup.done", made.Folder, made.Records, made.Attachments, made.AuditRows));
        return ExitCode.Fine;
    }
}
