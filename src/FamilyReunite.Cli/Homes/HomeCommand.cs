using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Exchange;

namespace FamilyReunite.Cli.Homes;

/// <summary><c>reunite home</c>: where a person may come from, by all that is known of them.</summary>
internal static class HomeCommand
{
    private const int LinesAtOnce = 128;
    private const int MostHomes = 1000;

    public static Command Create(SharedOptions shared)
    {
        var file = new Option<FileInfo?>("--file") { Description = "JSON 行：{\"id\",\"clues_text\",\"heard_places\",…} · JSON lines" };
        var text = new Option<string?>("--text") { Description = "工作人员记下的话 · What staff wrote" };
        var found = new Option<string?>("--found") { Description = "在哪里被发现 · Where the person was found" };
        var accent = new Option<string?>("--accent") { Description = "听起来像哪里口音 · What the accent is thought to be" };
        var heard = new Option<string[]>("--heard") { Description = "听到的地名，可多次 · A place as heard; may be repeated" };
        var word = new Option<string[]>("--word") { Description = "方言词或读音，可多次 · A dialect word or reading; may be repeated" };
        var top = new Option<int>("--top") { Description = "最多几个 · At most", DefaultValueFactory = _ => HomeResult.UsualTop };
        var verb = new Command("home", "推断家在哪里 · Find where home is") { file, text, found, accent, heard, word, top };
        verb.Validators.Add(r =>
        {
            var one = r.GetValue(text) is not null || r.GetValue(found) is not null || r.GetValue(accent) is not null || r.GetValue(heard) is { Length: > 0 } || r.GetValue(word) is { Length: > 0 };
            if (r.GetValue(file) is null != one) r.AddError("请给出 --file，或 --text、--found、--accent、--heard、--word 中的几项。 · Give either --file, or some of --text, --found, --accent, --heard, --word.");
        });
        return shared.Run(verb, async (session, call, ct) =>
        {
            await session.ReadAddedPlacesAsync(ct);
            if (call.GetValue(file) is { } f) return await FileAsync(session, f.FullName, Top(call.GetValue(top)), ct);
            return One(session, Top(call.GetValue(top)), new HomeCase
            {
                Text = call.GetValue(text) ?? "", FoundPlace = call.GetValue(found) ?? "", DialectJudgement = call.GetValue(accent) ?? "",
                HeardPlaces = call.GetValue(heard) ?? [], DialectWords = call.GetValue(word) ?? [],
            });
        });
    }

    private static int Top(int asked) => Math.Clamp(asked, 1, MostHomes);

    private static int One(Session session, int top, HomeCase known)
    {
        var distribution = session.Get<IHomeFinder>().Find(known);
        if (session.Json) session.Line(HomeResult.Of(distribution, top: top, language: session.Culture.Name));
        else HomeTable.Show(session, HomeResult.Of(distribution, top: top, language: session.Culture.Name));
        return distribution.Declined ? ExitCode.Finding : ExitCode.Fine;
    }

    private static async Task<int> FileAsync(Session session, string path, int top, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            session.Error.WriteLine(session.Say("home.no-file"));
            return ExitCode.Usage;
        }
        var (finder, bad, number) = (session.Get<IHomeFinder>(), 0, 0L);
        foreach (var lines in File.ReadLines(path).Chunk(LinesAtOnce))
        {
            ct.ThrowIfCancellationRequested();
            var answers = new HomeLine.Answer[lines.Length];
            Parallel.For(0, lines.Length, i => answers[i] = HomeLine.Read(lines[i], finder, top, session.Culture.Name));
            foreach (var answer in answers)
            {
                number++;
                if (answer.Text is { } text) session.Out.WriteLine(text);
                else if (!answer.IsBlank && ++bad > 0) session.Error.WriteLine(session.Say("home.line-wrong", number));
            }
        }
        await session.Out.FlushAsync(ct);
        return bad == 0 ? ExitCode.Fine : ExitCode.Finding;
    }
}
