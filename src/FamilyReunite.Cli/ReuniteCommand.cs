using System.CommandLine;
using FamilyReunite.Cli.Audit;
using FamilyReunite.Cli.Bench;
using FamilyReunite.Cli.Console;
using FamilyReunite.Cli.Exchange;
using FamilyReunite.Cli.Faces;
using FamilyReunite.Cli.Homes;
using FamilyReunite.Cli.Indexing;
using FamilyReunite.Cli.Linkage;
using FamilyReunite.Cli.MatchRun;
using FamilyReunite.Cli.Models;
using FamilyReunite.Cli.Move;
using FamilyReunite.Cli.Notices;
using FamilyReunite.Cli.Places;
using FamilyReunite.Cli.Serve;
using FamilyReunite.Cli.Sounds;
using FamilyReunite.Cli.Why;

namespace FamilyReunite.Cli;

/// <summary>The <c>reunite</c> command, its verbs and the options they share.</summary>
public static class ReuniteCommand
{
    private const string About = """
        团圆 · FamilyReunite
        退出码 · Exit codes: 0 完成 done · 1 做完了，但发现问题 done, something is wrong · 2 用法不对或没有对象 wrong call or nothing to work on · 3 被占用，稍后再试 in use, try later
        """;

    /// <param name="clock">The system's clock when null.</param>
    public static RootCommand Create(TimeProvider? clock = null)
    {
        var shared = new SharedOptions(clock ?? TimeProvider.System);
        var root = new RootCommand(About)
        {
            ServeCommand.Create(shared), ImportCommand.Create(shared), MatchCommand.Create(shared), CandidatesCommand.Create(shared), WhyCommand.Create(shared), IndexCommand.Create(shared), PlaceCommand.Create(shared), SoundCommand.Create(shared), SayCommand.Create(shared), NoticeCommand.Create(shared), HomeCommand.Create(shared),
            LinkCommand.Create(shared), CompareCommand.Create(shared),
            TrainCommand.Create(shared), ModelCommand.Create(shared), PacksCommand.Create(shared), EvaluateCommand.Create(shared), BenchCommand.Create(shared), AuditVerifyCommand.Create(shared), BackupCommand.Create(shared), MoveCommand.Create(shared), DoctorCommand.Create(shared),
        };
        foreach (var option in shared.All) root.Options.Add(option);
        return root;
    }
}
