using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Sounds;
using Spectre.Console;

namespace FamilyReunite.Cli.Sounds;

/// <summary><c>reunite say</c>: what a listener trained in Mandarin would note of a name said in a dialect.</summary>
internal static class SayCommand
{
    private const int DefaultTop = 10, MostForms = 1000;

    public static Command Create(SharedOptions shared)
    {
        var name = new Argument<string>("name") { Description = "说的名字 · The name said" };
        var at = SpokenArea.At();
        var top = new Option<int>("--top") { Description = "最多几个 · At most", DefaultValueFactory = _ => DefaultTop };
        return shared.Run(new Command("say", "用方言说出的名字会被写成什么 · What a name said in a dialect is noted as") { name, at, top },
            (session, call, _) => Task.FromResult(Say(session, call.GetValue(name)!, call.GetValue(at), Math.Clamp(call.GetValue(top), 1, MostForms))));
    }

    private static int Say(Session session, string name, string? at, int top)
    {
        if (SpokenArea.Of(session, at) is not { } said) return ExitCode.Usage;
        var forms = new HeardForms(said.Area).Of(name, top);
        if (session.Json) session.Line(new { Spoken = name, At = said.Place, said.Area, Forms = forms.Select(f => new { f.Pinyin, f.Written, f.Others, f.Probability, f.Right }) });
        else if (forms.Count > 0) Show(session, forms, said);
        if (forms.Count > 0) return ExitCode.Fine;
        session.Error.WriteLine(session.Say("say.none", name));
        return ExitCode.Usage;
    }

    private static void Show(Session session, IReadOnlyList<HeardForm> forms, (string? Place, string Area) said)
    {
        session.Out.WriteLine(said.Place is null ? session.Say("sound.everywhere") : session.Say("sound.area", said.Place, said.Area));
        var table = new Table().AddColumns(session.Say("say.written"), session.Say("say.sound"), session.Say("say.others"), session.Say("sound.probability"), "");
        foreach (var f in forms)
            table.AddRow(Markup.Escape(f.Written), f.Pinyin, Markup.Escape(string.Join(" · ", f.Others)), f.Probability.ToString(f.Probability < 0.001 ? "0.0E0" : "0.000", session.Culture), f.Right ? Markup.Escape(session.Say("say.right")) : "");
        session.Write(table);
    }
}
