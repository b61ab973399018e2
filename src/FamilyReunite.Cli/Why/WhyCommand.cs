using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Review.Why;
using FamilyReunite.Cli.Console;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Cli.Why;

/// <summary><c>reunite why PERSON REPORT</c>: where on the way of the comparison a pair ended.</summary>
internal static class WhyCommand
{
    public static Command Create(SharedOptions shared)
    {
        var person = new Argument<string>("person") { Description = "受助人员编号或来源编号 · Person: record id or source id" };
        var report = new Argument<string>("report") { Description = "寻人登记编号或来源编号 · Report: record id or source id" };
        return shared.Run(new Command("why", "某条登记为什么不在候选里 · Why a report is not among the candidates") { person, report }, (session, call, ct) => RunAsync(session, call.GetValue(person)!, call.GetValue(report)!, ct));
    }

    private static async Task<int> RunAsync(Session session, string person, string report, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        await using var db = await session.Get<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync(ct);
        if (await FindAsync(db.StrandedPersons, person, ct) is not { } personId) return Nobody(session, "candidates.nobody");
        if (await FindAsync(db.MissingReports, report, ct) is not { } reportId) return Nobody(session, "why.no-report");
        var asked = await session.Get<PairInquiry>().AskAsync(personId, reportId, ct);
        if (asked.Value is not { } answer) return session.Refuse(asked.Problems);
        if (session.Json) session.Line(Shape(answer));
        else Show(session, answer);
        return ExitCode.Fine;
    }

    private static async Task<Guid?> FindAsync<T>(IQueryable<T> records, string asked, CancellationToken ct) where T : CaseRecord
    {
        var id = Guid.TryParse(asked, out var own) ? own : Guid.Empty;
        var found = await records.Where(r => r.Id == id || r.SourceId == asked).Select(r => (Guid?)r.Id).ToListAsync(ct);
        return found.Count == 1 ? found[0] : null;
    }

    private static int Nobody(Session session, string key)
    {
        session.Error.WriteLine(session.Say(key));
        return ExitCode.Usage;
    }

    private static object Shape(WhyAnswer a) => new
    {
        person = a.PersonId, report = a.ReportId, verdict = JsonName(a.Verdict.ToString()), decided_at = a.DecidedAt, place = a.Place, rank = a.Rank, compared = a.Compared, shared = a.Shared.Select(f => Family(f)), apart = a.Apart.Select(f => Family(f)), probability = a.Probability,
        evidence = a.Evidence?.Bars.Select(b => new { feature = b.Feature, weight = b.Tenths / 10.0, zh = b.Zh, en = b.En }),
    };

    private static string JsonName(string verdict) => string.Concat(verdict.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Family(string letter) => ReviewWords.Clue(letter, CultureInfo.GetCultureInfo("en"));

    private static void Show(Session session, WhyAnswer a)
    {
        var culture = session.Culture;
        session.Out.WriteLine(session.Say("why." + JsonName(a.Verdict.ToString()), a.Place ?? 0, a.Compared, a.Rank?.ToString(culture) ?? "> " + PairInquiry.Looked.ToString(culture), a.Probability is { } p ? ReviewWords.Of(ProbabilityBands.Of(p), culture) : ""));
        if (a.Evidence is null) return;
        session.Out.WriteLine(session.Say("why.shared", string.Join(", ", a.Shared.Select(f => ReviewWords.Clue(f, culture)))));
        session.Out.WriteLine(session.Say("why.apart", string.Join(", ", a.Apart.Select(f => ReviewWords.Clue(f, culture)))));
        foreach (var bar in a.Evidence.Bars) session.Out.WriteLine($"{EvidenceTable.Signed(bar.Tenths),5}  {bar.Sentence(culture)}");
        session.Out.WriteLine(session.Say("why.sum", EvidenceTable.Signed(a.Evidence.Prior), EvidenceTable.Signed(a.Evidence.Score)));
    }
}
