using System.CommandLine;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Cli.Console;
using FamilyReunite.Cli.Faces;
using FamilyReunite.Cli.Homes;
using FamilyReunite.Clues;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Evaluation;

namespace FamilyReunite.Cli.Models;

/// <summary><c>reunite evaluate</c>: retrieval by the real index and scoring by the shipped model, on invented people of a fresh seed.</summary>
internal static class EvaluateCommand
{
    private static readonly EvaluationOptions Usual = new(20_260);

    public static Command Create(SharedOptions shared)
    {
        var seed = new Option<int>("--seed") { Description = "种子，别用训练的 · Seed, not one of training", DefaultValueFactory = _ => Usual.Seed };
        var persons = new Option<int>("--persons") { Description = "虚构受助人员数 · Invented persons", DefaultValueFactory = _ => Usual.Persons };
        var reports = new Option<int>("--reports") { Description = "虚构寻人登记数 · Invented reports", DefaultValueFactory = _ => Usual.Reports };
        var page = new Option<FileInfo?>("--report") { Description = "另存为一份网页 · Also write one HTML page" };
        foreach (var size in (Option<int>[])[persons, reports])
            size.Validators.Add(r =>
            {
                if (r.GetValueOrDefault<int>() < 1) r.AddError($"{size.Name} 应为正数。 · {size.Name} should be positive.");
            });
        return shared.Run(new Command("evaluate", "评估检索与模型 · Measure retrieval and model") { seed, persons, reports, page, EvaluateHomeCommand.Create(shared), EvaluateFacesCommand.Create(shared) }, (session, call, ct) =>
            RunAsync(session, Usual with { Seed = call.GetValue(seed), Persons = call.GetValue(persons), Reports = call.GetValue(reports) }, call.GetValue(page), shared.Clock, ct));
    }

    private static async Task<int> RunAsync(Session session, EvaluationOptions options, FileInfo? page, TimeProvider clock, CancellationToken ct)
    {
        if (session.Get<LoadedPairModel>().Outcome is { Succeeded: false } refused) return session.Refuse(refused.Problems);
        var evaluator = new PairEvaluator(session.Get<IPairScorer>(), session.Get<IClueReader>(), () => new IndexCandidateSource(clock));
        var report = await session.ProgressAsync(session.Say("evaluate.progress"), bar => evaluator.EvaluateAsync(options, new Progressing<StepProgress>(bar, p => (p.Done, p.Total)), ct));
        session.Out.WriteLine(session.Json ? EvaluationText.Json(report) : EvaluationText.Table(report));
        if (page is null) return ExitCode.Fine;
        page.Directory?.Create();
        await File.WriteAllTextAsync(page.FullName, EvaluationHtml.Page(report), ct);
        session.Error.WriteLine(session.Say("evaluate.page", page.FullName));
        return ExitCode.Fine;
    }
}
