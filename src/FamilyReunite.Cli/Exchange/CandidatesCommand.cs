using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework.Exchange.Candidates;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Cli.Console;
using Spectre.Console;

namespace FamilyReunite.Cli.Exchange;

/// <summary><c>reunite candidates ID|--all</c>: reads the database alone, so it works while the server runs.</summary>
internal static class CandidatesCommand
{
    private const int Shown = 10;

    public static Command Create(SharedOptions shared)
    {
        var id = new Argument<string?>("id") { Description = "记录编号或来源编号 · Record id or source id", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "所有受助人员 · Every stranded person" };
        var verb = new Command("candidates", "候选与依据 · Candidates with their evidence") { id, all };
        verb.Validators.Add(r =>
        {
            if (r.GetValue(all) == (r.GetValue(id) is not null)) r.AddError("请给出一个编号，或用 --all。 · Give one id, or --all.");
        });
        return shared.Run(verb, (session, call, ct) => RunAsync(session, call.GetValue(id), ct));
    }

    private static async Task<int> RunAsync(Session session, string? id, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        var export = session.Get<CandidateExport>();
        if (id is null)
        {
            await foreach (var person in export.AllAsync(ct)) Show(session, person);
            return ExitCode.Fine;
        }
        if (await export.FindAsync(id, ct) is not { } found)
        {
            session.Error.WriteLine(session.Say("candidates.nobody"));
            return ExitCode.Usage;
        }
        Show(session, found);
        return ExitCode.Fine;
    }

    private static void Show(Session session, PersonCandidates person)
    {
        if (session.Json)
        {
            session.Out.WriteLine(CandidateJson.Line(person));
            return;
        }
        session.Out.WriteLine(session.Say("candidates.person", person.SourceId ?? person.Id.ToString(), person.Candidates.Count));
        if (person.Candidates.Count == 0) return;
        var table = new Table().AddColumns(session.Say("candidates.probability"), session.Say("candidates.report"), session.Say("candidates.evidence"));
        foreach (var c in person.Candidates.Take(Shown))
            table.AddRow(c.Probability.ToString("P0", session.Culture), Markup.Escape(c.ReportSourceId ?? c.ReportId.ToString()), Markup.Escape(Words(session, c)));
        session.Write(table);
    }

    private static string Words(Session session, ExportedCandidate c) => string.Join('\n', EvidenceJson.Read(c.EvidenceJson).Where(e => Math.Abs(e.Weight) > 0.05)
        .OrderByDescending(e => Math.Abs(e.Weight)).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Weight:+0.0;-0.0}  {(session.Culture.Name == "en" ? e.En : e.Zh)}")));
}
