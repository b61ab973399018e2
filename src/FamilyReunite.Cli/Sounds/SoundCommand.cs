using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Sounds;
using Spectre.Console;

namespace FamilyReunite.Cli.Sounds;

/// <summary><c>reunite sound</c>: why a noted name may, or may not, be one that was said.</summary>
internal static class SoundCommand
{
    public static Command Create(SharedOptions shared)
    {
        var heard = new Argument<string>("heard") { Description = "听写下来的 · What was noted" };
        var spoken = new Argument<string>("spoken") { Description = "可能说的 · What may have been said" };
        var at = SpokenArea.At();
        return shared.Run(new Command("sound", "解释两个名字为何音近 · Explain how two names sound alike") { heard, spoken, at },
            (session, call, _) => Task.FromResult(Explain(session, call.GetValue(heard)!, call.GetValue(spoken)!, call.GetValue(at))));
    }

    private static int Explain(Session session, string heard, string spoken, string? at)
    {
        if (SpokenArea.Of(session, at) is not { } said) return ExitCode.Usage;
        var why = new SoundComparer(said.Area).Explain(heard, spoken);
        var verdict = session.Say("sound.verdict-" + why.Verdict, heard, spoken);
        if (session.Json)
            session.Line(new
            {
                why.Heard, why.Spoken, At = said.Place, why.Area, why.Verdict, Sentence = verdict, LogLikelihood = double.IsFinite(why.LogLikelihood) ? why.LogLikelihood : (double?)null, why.Similarity,
                Steps = why.Steps.Select(s => new { s.Change, s.Heard, s.HeardAs, s.Spoken, s.SpokenAs, s.Initial, s.Final, s.Probability }),
            });
        else Show(session, why, said, verdict);
        return why.Verdict == SoundVerdict.NothingToRead ? ExitCode.Usage : ExitCode.Fine;
    }

    private static void Show(Session session, SoundExplanation why, (string? Place, string Area) said, string verdict)
    {
        if (why.Verdict == SoundVerdict.NothingToRead)
        {
            session.Error.WriteLine(verdict);
            return;
        }
        session.Out.WriteLine(said.Place is null ? session.Say("sound.everywhere") : session.Say("sound.area", said.Place, said.Area));
        var table = new Table().AddColumns(session.Say("sound.heard"), session.Say("sound.spoken"), session.Say("sound.what"), session.Say("sound.initial"), session.Say("sound.final"), session.Say("sound.probability"));
        foreach (var s in why.Steps)
            table.AddRow(Cell(s.Heard, s.HeardAs), Cell(s.Spoken, s.SpokenAs), Markup.Escape(session.Say("sound.change-" + s.Change)), Share(session, s.Initial), Share(session, s.Final), Share(session, s.Probability));
        session.Write(table);
        session.Out.WriteLine(session.Say("sound.total", why.LogLikelihood, why.Similarity));
        session.Out.WriteLine(verdict);
    }

    private static string Cell(string? characters, string? pinyin) => Markup.Escape(characters is null ? "–" : pinyin is null ? characters : $"{characters} {pinyin}");

    private static string Share(Session session, double? p) => p is { } value ? value.ToString(value < 0.001 ? "0.0E0" : "0.000", session.Culture) : "";
}
