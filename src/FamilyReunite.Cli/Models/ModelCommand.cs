using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Cli.Console;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Matching.Learning;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace FamilyReunite.Cli.Models;

/// <summary><c>reunite model list|watch|promote|rollback|decline</c>: the models learnt here, which is in force, and whether it still holds.</summary>
internal static class ModelCommand
{
    public static Command Create(SharedOptions shared)
    {
        var version = new Argument<string>("version") { Description = "模型版本 · Version of the model" };
        var reason = new Option<string>("--reason") { Description = "理由，记入审计 · Why; kept in the audit chain", Required = true };
        return new Command("model", "本机学到的比对模型 · Pair models learnt here")
        {
            shared.Run(new Command("list", "列出 · List them"), (session, _, ct) => OnAsync(session, () => ListAsync(session, ct), ct)),
            shared.Run(new Command("watch", "说中了没有，有没有变 · Does what it says come true, has anything moved"), (session, _, ct) => OnAsync(session, () => WatchAsync(session, ct), ct)),
            shared.Run(new Command("promote", "启用一个模型 · Bring a model into force") { version, reason }, (session, call, ct) => ChangeAsync(session, "model.promoted", (b, id) => b.PromoteAsync(Cli, id, call.GetValue(version)!, call.GetValue(reason)!, ct), ct)),
            shared.Run(new Command("rollback", "退回上一个 · Go back to the one before") { reason }, (session, call, ct) => ChangeAsync(session, "model.rolled-back", (b, id) => b.RollBackAsync(Cli, id, call.GetValue(reason)!, ct), ct)),
            shared.Run(new Command("decline", "不采用 · Decline a proposal") { version, reason }, (session, call, ct) => ChangeAsync(session, "model.declined", (b, id) => b.DeclineAsync(Cli, id, call.GetValue(version)!, call.GetValue(reason)!, ct), ct)),
        };
    }

    private static Actor Cli => Actor.System("cli");

    private static async Task<int> OnAsync(Session session, Func<Task<int>> act, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        return await act();
    }

    private static Task<int> ChangeAsync(Session session, string said, Func<ModelBook, Guid, Task<Outcome<Done>>> change, CancellationToken ct) => OnAsync(session, async () =>
    {
        await using var scope = session.Services.CreateAsyncScope();
        var outcome = await change(scope.ServiceProvider.GetRequiredService<ModelBook>(), Guid.CreateVersion7(session.Get<TimeProvider>().GetUtcNow()));
        if (!outcome.Succeeded) return session.Refuse(outcome.Problems);
        var now = await session.Get<PresentModel>().ReadAsync(ct);
        session.Out.WriteLine(session.Say(said, now.Model.Value?.Version ?? ""));
        return ExitCode.Fine;
    }, ct);

    private static async Task<int> ListAsync(Session session, CancellationToken ct)
    {
        await using var scope = session.Services.CreateAsyncScope();
        var (models, now) = (await scope.ServiceProvider.GetRequiredService<ModelBook>().ListAsync(ct), await session.Get<PresentModel>().ReadAsync(ct));
        if (now.LeftAside is { } aside) session.Refuse([aside]);
        if (session.Json)
        {
            session.Line(new { present = now.Model.Value?.Version, now.Learnt, models = models.Select(m => new { m.Version, State = JsonState(m.State), m.MadeAt, m.DecidedAt, trial = TrialReport.Parse(m.TrialJson) }) });
            return ExitCode.Fine;
        }
        session.Out.WriteLine(session.Say(now.Learnt ? "model.present-learnt" : "model.present-shipped", now.Model.Value?.Version ?? "–"));
        if (models.Count == 0) return ExitCode.Fine;
        var table = new Table().AddColumns(session.Say("model.version"), session.Say("model.state"), session.Say("model.made"), session.Say("model.decisions"), session.Say("model.gain"));
        foreach (var m in models)
        {
            var t = TrialReport.Parse(m.TrialJson);
            table.AddRow(m.Version, session.Say("model.state." + m.State), m.MadeAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{t.Same} + {t.Different}", TrialText.Gain(t.Gain));
        }
        session.Write(table);
        return ExitCode.Fine;
    }

    private static string JsonState(LearntModelState state) => state.ToString().ToLowerInvariant();

    /// <summary>Ends with 1 when something has to be looked at.</summary>
    private static async Task<int> WatchAsync(Session session, CancellationToken ct)
    {
        var w = await session.Get<DecisionWatch>().ReadAsync(ct);
        if (session.Json) session.Line(w);
        else
        {
            session.Out.WriteLine(session.Say("watch.decided", w.Decided, w.WithoutBasis, w.Silent));
            if (w.Bands.Count > 0)
            {
                var bands = new Table().AddColumns(session.Say("watch.band"), session.Say("watch.pairs"), session.Say("watch.stated"), session.Say("watch.observed"), "");
                foreach (var b in w.Bands) bands.AddRow(string.Create(CultureInfo.InvariantCulture, $"{b.From:P0}–{b.To:P0}"), $"{b.Pairs}", string.Create(CultureInfo.InvariantCulture, $"{b.Stated:P1}"), string.Create(CultureInfo.InvariantCulture, $"{b.Observed:P1} ({b.Low:P0}–{b.High:P0})"), b.Alarms ? session.Say("watch.alarm") : "");
                session.Write(bands);
            }
            if (w.Drift.Count == 0) session.Out.WriteLine(session.Say("watch.no-drift", w.Recent, w.Earlier, DecisionWatch.FewestInPeriod));
            foreach (var d in w.Drift) session.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{d.Feature,-12} {d.Index:0.000} {(d.Alarms ? session.Say("watch.alarm") : "")}"));
        }
        return w.Alarms ? ExitCode.Finding : ExitCode.Fine;
    }
}
