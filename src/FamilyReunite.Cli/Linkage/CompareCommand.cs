using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Domain;

namespace FamilyReunite.Cli.Linkage;

/// <summary><c>reunite compare</c>: how likely two people given side by side are one.</summary>
internal static class CompareCommand
{
    public static Command Create(SharedOptions shared)
    {
        var file = new Option<FileInfo>("--file") { Description = "JSON 行：{\"id\",\"left\":{…},\"right\":{…}} · JSON lines", Required = true };
        return shared.Run(new Command("compare", "比较并排给出的两个人 · Compare two people side by side") { file }, (session, call, ct) => RunAsync(session, call.GetValue(file)!.FullName, ct));
    }

    private static async Task<int> RunAsync(Session session, string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return session.Refuse([new Problem("import.no-file", "file")]);
        var (bad, number) = (0, 0L);
        foreach (var lines in File.ReadLines(path).Chunk(1024))
        {
            ct.ThrowIfCancellationRequested();
            var answers = new string?[lines.Length];
            Parallel.For(0, lines.Length, i => answers[i] = CompareLine.Answer(lines[i]));
            for (var i = 0; i < lines.Length; i++)
            {
                number++;
                if (answers[i] is { } text) session.Out.WriteLine(text);
                else if (!string.IsNullOrWhiteSpace(lines[i]) && ++bad > 0) session.Error.WriteLine(LinkText.Of("compare-line", session.Culture, number));
            }
        }
        await session.Out.FlushAsync(ct);
        return bad == 0 ? ExitCode.Fine : ExitCode.Finding;
    }
}
