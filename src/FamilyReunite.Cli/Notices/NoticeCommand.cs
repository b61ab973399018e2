using System.Collections;
using System.CommandLine;
using System.Globalization;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Notices;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using Spectre.Console;

namespace FamilyReunite.Cli.Notices;

/// <summary><c>reunite notice</c>: which fields of a record a notice fills.</summary>
internal static class NoticeCommand
{
    public static Command Create(SharedOptions shared)
    {
        var text = new Argument<FileInfo?>("FILE") { Description = "一篇启事的文本文件 · A text file with one notice", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<FileInfo?>("--file") { Description = "JSON 行：{\"id\",\"text\"} · JSON lines" };
        var verb = new Command("notice", "把寻人、寻亲启事读成字段 · Read a notice into fields") { text, file };
        verb.Validators.Add(r =>
        {
            if (r.GetValue(file) is null == r.GetValue(text) is null) r.AddError("请给出 FILE 或 --file 之一。 · Give either FILE or --file.");
        });
        return shared.Run(verb, (session, call, ct) => call.GetValue(file) is { } f ? LinesAsync(session, f.FullName, ct) : OneAsync(session, call.GetValue(text)!.FullName, ct));
    }

    private static async Task<int> OneAsync(Session session, string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return session.Refuse([new Problem("import.no-file", "file")]);
        var persons = session.Get<INoticeReader>().Read(await File.ReadAllTextAsync(path, ct));
        if (session.Json) session.Line(new { Persons = persons.Select(NoticeLine.Form) });
        else foreach (var person in persons) Show(session, person);
        return persons.Any(p => p.Spans.Count > 0) ? ExitCode.Fine : ExitCode.Finding;
    }

    private static async Task<int> LinesAsync(Session session, string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return session.Refuse([new Problem("import.no-file", "file")]);
        var (reader, bad, number) = (session.Get<INoticeReader>(), 0, 0L);
        foreach (var lines in File.ReadLines(path).Chunk(256))
        {
            ct.ThrowIfCancellationRequested();
            var answers = new NoticeLine.Answer[lines.Length];
            Parallel.For(0, lines.Length, i => answers[i] = NoticeLine.Read(lines[i], reader));
            foreach (var answer in answers)
            {
                number++;
                if (answer.Text is { } text) session.Out.WriteLine(text);
                else if (!answer.IsBlank && ++bad > 0) session.Error.WriteLine(session.Say("notice.line-wrong", number));
            }
        }
        await session.Out.FlushAsync(ct);
        return bad == 0 ? ExitCode.Fine : ExitCode.Finding;
    }

    private static void Show(Session session, NoticePerson person)
    {
        if (person.Spans.Count == 0)
        {
            session.Error.WriteLine(session.Say("notice.none"));
            return;
        }
        var table = new Table().AddColumns(session.Say("notice.field"), session.Say("notice.value"));
        foreach (var (field, value) in NoticeLine.Form(person))
            if (field != "spans") table.AddRow(field, Markup.Escape(Words(field == "home_candidates" ? person.HomeCandidates! : value)));
        session.Write(table);
    }

    private static string Words(object value) => value switch
    {
        string s => s,
        bool b => b ? "✓" : "–",
        PlaceGuess p => string.Join(' ', new[] { p.Province, p.Prefecture, p.County }.OfType<string>().Distinct()),
        KeyValuePair<string, int> n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} {n.Value}"),
        IEnumerable many => string.Join("；", many.Cast<object>().Select(Words)),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
