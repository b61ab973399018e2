using System.CommandLine;
using FamilyReunite.Casework;
using FamilyReunite.Casework.Problems;

namespace FamilyReunite.Cli.Console;

/// <summary>The options of every verb.</summary>
internal sealed class SharedOptions(TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public Option<DirectoryInfo> Data { get; } = new("--data") { Description = "数据文件夹 · Data folder", Recursive = true, DefaultValueFactory = _ => new DirectoryInfo(DataFolder.Default().Path) };

    public Option<bool> Json { get; } = new("--json") { Description = "只输出 JSON 行 · Print JSON lines only", Recursive = true };

    public Option<string?> Language { get; } = new("--lang") { Description = "zh 或 en · zh or en", Recursive = true };

    public IEnumerable<Option> All => [Data, Json, Language];

    /// <summary>Lets a verb run in a session; what it cannot foresee ends in the program's own way.</summary>
    public Command Run(Command verb, Func<Session, ParseResult, CancellationToken, Task<int>> run)
    {
        verb.SetAction(async (call, ct) =>
        {
            await using var session = new Session(this, call);
            try
            {
                return await run(session, call, ct);
            }
            catch (Exception e) when (InstallationFault.Of(e) is { } problem)
            {
                return session.Refuse([problem]);
            }
        });
        return verb;
    }
}
