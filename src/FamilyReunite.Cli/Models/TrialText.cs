using System.Globalization;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Cli.Console;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Learning;
using Spectre.Console;

namespace FamilyReunite.Cli.Models;

/// <summary>What a trial of a challenger came to, for people.</summary>
internal static class TrialText
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    public static string Gain(Interval gain) => string.Create(C, $"{gain.Value:+0.000;-0.000} ({gain.Low:+0.000;-0.000} … {gain.High:+0.000;-0.000})");

    public static void Show(Session session, ChallengerResult result)
    {
        var t = result.Trial!;
        session.Out.WriteLine(session.Say("trial.decisions", t.Same, t.Different, t.Persons, result.WithoutBasis + t.OfOtherProgram, result.Silent));
        var table = new Table().AddColumns("", session.Say("trial.present", t.Present), session.Say("trial.challenger", t.Challenger), "LightGBM");
        var trees = t.Trees;
        Row("trial.log-loss", f => f.LogLoss, "0.000");
        Row("trial.auc", f => f.Auc, "0.000");
        Row("trial.stated", f => f.Stated, "P1");
        Row("trial.observed", f => f.Observed, "P1");
        Invented("hit@1", f => f.HitAt1, "P1");
        Invented("hit@10", f => f.HitAt10, "P1");
        Invented("PR-AUC", f => f.PrAuc, "0.000");
        Invented("ECE", f => f.Ece, "0.00000");
        session.Write(table);
        session.Out.WriteLine(session.Say("trial.gain", Gain(t.Gain)));
        session.Out.WriteLine(trees is null ? session.Say("trial.no-trees") : session.Say("trial.trees", Gain(trees.Gain)));
        session.Out.WriteLine(result.Proposed is { } version ? session.Say("trial.proposed", version) : session.Say("trial." + t.Verdict));

        void Row(string name, Func<DecisionFigures, double> of, string form) => table.AddRow(session.Say(name), of(t.PresentOnDecisions).ToString(form, C), of(t.ChallengerOnDecisions).ToString(form, C), trees is null ? "–" : of(trees.OnDecisions).ToString(form, C));
        void Invented(string name, Func<InventedFigures, double> of, string form) => table.AddRow(session.Say("trial.invented", name), of(t.PresentOnInvented).ToString(form, C), of(t.ChallengerOnInvented).ToString(form, C), trees is null ? "–" : of(trees.OnInvented).ToString(form, C));
    }
}
