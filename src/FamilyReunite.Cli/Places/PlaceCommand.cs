using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Values;
using Spectre.Console;

namespace FamilyReunite.Cli.Places;

/// <summary><c>reunite place</c>: which places a heard or written name may mean.</summary>
internal static class PlaceCommand
{
    private const int DefaultTop = 10;

    public static Command Create(SharedOptions shared)
    {
        var file = new Option<FileInfo?>("--file") { Description = "JSON 行：{\"id\",\"heard\",\"within\",\"near\",\"top\"} · JSON lines" };
        var heard = new Option<string?>("--heard") { Description = "听到或写下的地名、地址 · A name or address as heard or written" };
        var within = new Option<string?>("--within") { Description = "必在其内的区划（代码或名称） · A division it must lie in" };
        var near = new Option<string?>("--near") { Description = "应在近旁的另一地名 · Another place that should be close by" };
        var top = new Option<int>("--top") { Description = "最多几个 · At most", DefaultValueFactory = _ => DefaultTop };
        var verb = new Command("place", "解读地名 · Read place names") { file, heard, within, near, top };
        verb.Validators.Add(r =>
        {
            if (r.GetValue(file) is null == r.GetValue(heard) is null) r.AddError("请给出 --file 或 --heard 之一。 · Give either --file or --heard.");
        });
        return shared.Run(verb, async (session, call, ct) =>
        {
            await session.ReadAddedPlacesAsync(ct);
            return call.GetValue(file) is { } f ? await FileAsync(session, f.FullName, ct)
                : One(session, new PlaceQuery(call.GetValue(heard)!, call.GetValue(within), call.GetValue(near), call.GetValue(top), DivisionLevel.Village));
        });
    }

    private static int One(Session session, PlaceQuery query)
    {
        var places = session.Get<IPlaceResolver>().Resolve(query);
        if (session.Json) session.Line(new { Places = places.Select(PlaceLine.Form) });
        else Show(session, places);
        return places.Count > 0 ? ExitCode.Fine : ExitCode.Finding;
    }

    private static async Task<int> FileAsync(Session session, string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return session.Refuse([new Problem("import.no-file", "file")]);
        var (resolver, bad) = (session.Get<IPlaceResolver>(), 0);
        var number = 0L;
        foreach (var lines in File.ReadLines(path).Chunk(512))
        {
            ct.ThrowIfCancellationRequested();
            var answers = new PlaceLine.Answer[lines.Length];
            Parallel.For(0, lines.Length, i => answers[i] = PlaceLine.Read(lines[i], resolver, DefaultTop));
            foreach (var answer in answers)
            {
                number++;
                if (answer.Text is { } text) session.Out.WriteLine(text);
                else if (!answer.IsBlank && ++bad > 0) session.Error.WriteLine(session.Say("place.line-wrong", number));
            }
        }
        await session.Out.FlushAsync(ct);
        return bad == 0 ? ExitCode.Fine : ExitCode.Finding;
    }

    private static void Show(Session session, IReadOnlyList<PlaceGuess> places)
    {
        if (places.Count == 0)
        {
            session.Error.WriteLine(session.Say("place.none"));
            return;
        }
        var table = new Table().AddColumns(session.Say("place.place"), session.Say("place.code"), session.Say("place.score"), session.Say("place.reasons"));
        foreach (var p in places)
            table.AddRow(Markup.Escape(string.Join(' ', new[] { p.Province, p.Prefecture, p.County, p.Town, p.Village }.Where(x => x is not null))), p.Code.Digits, p.Score.ToString("0.00", session.Culture), Markup.Escape(string.Join("；", p.Reasons)));
        session.Write(table);
    }
}
