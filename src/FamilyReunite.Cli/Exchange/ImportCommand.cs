using System.CommandLine;
using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Cli.Console;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using Spectre.Console;

namespace FamilyReunite.Cli.Exchange;

/// <summary><c>reunite import FILE --as stranded|missing|contact</c>.</summary>
internal static class ImportCommand
{
    private static readonly Dictionary<string, RecordKind> Kinds = new() { ["stranded"] = RecordKind.Stranded, ["missing"] = RecordKind.Missing, ["contact"] = RecordKind.FieldContact };

    public static Command Create(SharedOptions shared)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV 或 JSON 行 · CSV or JSON lines" };
        var kind = new Option<string>("--as") { Description = "stranded 受助人员 · missing 寻人登记 · contact 街头联系", Required = true };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var map = new Option<FileInfo?>("--map") { Description = "列对照 JSON：{\"表头\":\"字段\"} · Column map" };
        var organisation = new Option<Guid?>("--organisation") { Description = "没有写明单位的行归谁 · Keeps the rows that name no organisation" };
        var strict = new Option<bool>("--strict") { Description = "有一行被拒就以 1 结束 · End with 1 when any row is rejected" };
        var verb = new Command("import", "导入记录 · Import records") { file, kind, map, organisation, strict };
        return shared.Run(verb, (session, call, ct) => RunAsync(session,
            new ImportRequest(call.GetValue(file)!.FullName, Kinds[call.GetValue(kind)!], Actor.System("cli"), call.GetValue(map)?.FullName, call.GetValue(organisation)), call.GetValue(strict), ct));
    }

    private static async Task<int> RunAsync(Session session, ImportRequest request, bool strict, CancellationToken ct)
    {
        if (!File.Exists(request.Path)) return session.Refuse([new Problem("import.no-file", "file")]);
        await session.PrepareAsync(ct);
        var outcome = await session.ProgressAsync(session.Say("import.progress"), bar => session.Get<Importer>().RunAsync(request, Progressing.Of(bar), ct));
        if (outcome.Value is not { } result) return session.Refuse(outcome.Problems);
        if (session.Json) session.Line(Form(result));
        else Show(session, result);
        return result.Rejected > 0 && (strict || result.Rejected == result.Rows) ? ExitCode.Finding : ExitCode.Fine;
    }

    private static object Form(ImportResult r) => new
    {
        r.Rows, r.Added, r.Updated, r.Unchanged, r.Rejected, r.Encoding, r.ProblemCount,
        Problems = r.Problems.Select(p => new { p.Row, p.Column, p.Problem.Code, p.Kept, Zh = ProblemSentences.Of(p.Problem, Languages.Zh), En = ProblemSentences.Of(p.Problem, Languages.En) }),
    };

    private static void Show(Session session, ImportResult r)
    {
        session.Out.WriteLine(session.Say("import.done", r.Rows, r.Added, r.Updated, r.Unchanged, r.Rejected, r.Encoding));
        if (r.Problems.Count == 0) return;
        var table = new Table().AddColumns(session.Say("import.row"), session.Say("import.column"), session.Say("import.kept"), session.Say("import.reason"));
        foreach (var p in r.Problems)
            table.AddRow(p.Row == 0 ? "" : p.Row.ToString(session.Culture), Markup.Escape(p.Column ?? ""), session.Say(p.Kept ? "yes" : "no"), Markup.Escape(ProblemSentences.Of(p.Problem, session.Culture)));
        session.Write(table);
        if (r.ProblemCount > r.Problems.Count) session.Out.WriteLine(session.Say("import.more", r.ProblemCount - r.Problems.Count));
    }
}
