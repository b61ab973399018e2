using System.CommandLine;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Cli.Console;
using FamilyReunite.Domain;
using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Cli.Move;

/// <summary><c>reunite move --to postgres --connection …</c>: carries the data folder's database to a server, counted and compared table by table.</summary>
internal static class MoveCommand
{
    public static Command Create(SharedOptions shared)
    {
        var to = new Option<string>("--to") { Description = "目标：postgres · Where to: postgres", Required = true };
        to.AcceptOnlyFromAmong("postgres");
        var connection = new Option<string?>("--connection") { Description = "连接（也可用 Database__Connection）· Connection; or Database__Connection" };
        var password = new Option<FileInfo?>("--password-file") { Description = "放密码的文件 · File that holds the password" };
        return shared.Run(new Command("move", "把本机数据库搬到服务器 · Carry the database to a server") { to, connection, password }, (session, call, ct) =>
            RunAsync(session, call.GetValue(connection), call.GetValue(password)?.FullName, ct));
    }

    private static async Task<int> RunAsync(Session session, string? connection, string? password, CancellationToken ct)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(Given(connection, password)).Build();
        var target = DatabaseSettings.Read(settings);
        if (target.Value is not { } server) return session.Refuse(target.Problems);
        // whoever holds the index is a server that goes on writing into the file
        if (session.Get<IIndexSource>().Open() is { Succeeded: false } held && held.Problems[0].Code == "index.locked") return session.Refuse([new Problem("move.in-use")]);
        var outcome = await session.ProgressAsync(session.Say("move.progress"), bar => session.Get<DatabaseMover>().MoveAsync(server, Progressing.Of(bar), ct));
        if (outcome.Value is not { } moved)
        {
            session.Refuse(outcome.Problems);
            return outcome.Problems[0].Code == "backup.no-database" ? ExitCode.Usage : ExitCode.Finding;
        }
        if (session.Json) session.Line(moved);
        else session.Out.WriteLine(session.Say("move.done", moved.Tables, moved.Rows, moved.RowsBefore, moved.AuditRows));
        return ExitCode.Fine;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Given(string? connection, string? password)
    {
        yield return new("Database:Engine", "postgres");
        if (connection is not null) yield return new("Database:Connection", connection);
        if (password is not null) yield return new("Database:PasswordFile", password);
    }
}
