using System.CommandLine;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Cli.Models;

/// <summary><c>reunite train</c>: fits a pair model to invented people and writes its folder.</summary>
internal static class TrainCommand
{
    private static readonly TrainingOptions Usual = new("");

    public static Command Create(SharedOptions shared)
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "模型文件夹，每版一个子文件夹 · Folder of models", DefaultValueFactory = _ => new DirectoryInfo(ModelFolder.Default()) };
        var seed = new Option<int>("--seed") { Description = "种子 · Seed", DefaultValueFactory = _ => Usual.Seed };
        var persons = new Option<int>("--persons") { Description = "虚构受助人员数 · Invented persons", DefaultValueFactory = _ => Usual.Persons };
        var reports = new Option<int>("--reports") { Description = "虚构寻人登记数 · Invented reports", DefaultValueFactory = _ => Usual.Reports };
        var version = new Option<string?>("--model-version") { Description = "主版本.次版本 · major.minor" };
        var decisions = new Option<bool>("--with-decisions") { Description = "连同本机的确认与排除一起学，好了就提请管理员启用 · Learn from this data folder's decisions too; what is better is proposed to the administrator" };
        var verb = new Command("train", "训练比对模型 · Train the pair model") { folder, seed, persons, reports, version, decisions };
        return shared.Run(verb, (session, call, ct) => call.GetValue(decisions) ? LearnAsync(session, ct) : RunAsync(session,
            Usual with { OutputFolder = call.GetValue(folder)!.FullName, Seed = call.GetValue(seed), Persons = call.GetValue(persons), Reports = call.GetValue(reports), Version = call.GetValue(version) }, shared.Clock, ct));
    }

    private static async Task<int> LearnAsync(Session session, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        var outcome = await session.ProgressAsync(session.Say("train.progress"), bar => session.Get<ChallengerRun>().RunAsync(null, Actor.System("cli"), new Progressing<StepProgress>(bar, p => (p.Done, p.Total)), ct));
        if (outcome.Value is not { } result) return session.Refuse(outcome.Problems);
        if (session.Json) session.Line(result);
        else TrialText.Show(session, result);
        return ExitCode.Fine;
    }

    private static async Task<int> RunAsync(Session session, TrainingOptions options, TimeProvider clock, CancellationToken ct)
    {
        var trainer = new PairModelTrainer(session.Get<IClueReader>(), session.Get<IPlaceResolver>(), clock, () => new IndexCandidateSource(clock));
        var outcome = await session.ProgressAsync(session.Say("train.progress"), bar => trainer.TrainAsync(options, new Progressing<StepProgress>(bar, p => (p.Done, p.Total)), ct));
        if (outcome.Value is not { } trained) return session.Refuse(outcome.Problems);
        if (session.Json) session.Line(new { trained.Folder, trained.Card });
        else
        {
            session.Out.WriteLine(session.Say("train.done", trained.Folder));
            if (trained.Evaluation is { } report) session.Out.WriteLine(EvaluationText.Table(report));
        }
        return ExitCode.Fine;
    }
}
