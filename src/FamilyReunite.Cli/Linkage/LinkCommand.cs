using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Report;

namespace FamilyReunite.Cli.Linkage;

/// <summary><c>reunite link</c>: links two person files, or finds duplicates in one.</summary>
internal static class LinkCommand
{
    public static Command Create(SharedOptions shared)
    {
        var left = new Argument<FileInfo>("LEFT") { Description = "CSV 人员文件 · A person file" };
        var right = new Argument<FileInfo?>("RIGHT") { Description = "第二个文件；不给则在 LEFT 内查重 · A second file; without it LEFT is searched for duplicates", Arity = ArgumentArity.ZeroOrOne };
        var map = new Option<FileInfo?>("--map") { Description = "列对应（JSON）；不给则自动识别 · What the columns are; recognised when not given" };
        var gold = new Option<FileInfo?>("--gold") { Description = "真实链接 CSV，只用来衡量 · True links, to measure against" };
        var labels = new Option<FileInfo?>("--labels") { Description = "已判断的记录对 CSV：left,right,label · Judged pairs" };
        var output = new Option<FileInfo>("--out") { Description = "写出的链接 · Where the links go", Required = true };
        var report = new Option<FileInfo?>("--report") { Description = "HTML 报告 · An HTML report" };
        return shared.Run(new Command("link", "链接两份人员名单，或在一份内查重 · Link person files or find duplicates") { left, right, map, gold, labels, output, report }, (session, call, ct) =>
            RunAsync(session, new LinkFiles(call.GetValue(left)!, call.GetValue(right), call.GetValue(map), call.GetValue(gold), call.GetValue(labels)), call.GetValue(output)!, call.GetValue(report), shared.Clock, ct));
    }

    private static async Task<int> RunAsync(Session session, LinkFiles files, FileInfo output, FileInfo? report, TimeProvider clock, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        var read = await files.ReadAsync(ct);
        if (read.Value is not { } request) return session.Refuse(read.Problems);
        var outcome = await session.ProgressAsync(LinkText.Of("progress", session.Culture), bar => Task.Run(() => FileLinker.Link(request, new Progressing<LinkProgress>(bar, p => (p.Done, p.Total)), ct), ct));
        if (outcome.Value is not { } result) return session.Refuse(outcome.Problems);
        await LinksFile.WriteAsync(output, result.Links, ct);
        Say(session, result, request);
        if (report is not null)
        {
            await File.WriteAllTextAsync(report.FullName, LinkReport.Html(request, result), ct);
            session.Error.WriteLine(LinkText.Of("report", session.Culture, report.FullName));
        }
        session.Error.WriteLine(LinkText.Of("done", session.Culture, result.Links.Count, result.Links.Count(l => l.Probability >= 0.5), clock.GetElapsedTime(start).TotalSeconds, output.FullName));
        return ExitCode.Fine;
    }

    private static void Say(Session session, LinkResult result, LinkRequest request)
    {
        if (result.Guessed)
            foreach (var map in result.Maps)
                session.Error.WriteLine(LinkText.Of("columns", session.Culture, map.Id is { } id ? LinkText.Of("id", session.Culture, id) : LinkText.Of("no-id", session.Culture), string.Join(", ", map.Columns.Select(c => $"{c.Name} = {KindNames.Of(c.Kind)}"))));
        if (request.Right is not null) session.Error.WriteLine(LinkText.Of("unique", session.Culture, YesNo(session, result.LeftUnique), YesNo(session, result.RightUnique)));
        if (result.Notes.Count > 0) session.Refuse(result.Notes);
        if (request.Gold is { Count: > 0 } && LinkFigures.Of(result, request.Gold) is var f)
            session.Error.WriteLine(LinkText.Of("gold", session.Culture, f.BestF1, f.Precision, f.Recall, f.AtWeight));
    }

    private static string YesNo(Session session, bool yes) => LinkText.Of(yes ? "yes" : "no", session.Culture);
}
