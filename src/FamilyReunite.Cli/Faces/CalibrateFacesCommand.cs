using System.CommandLine;
using System.Globalization;
using FamilyReunite.Cli.Console;
using FamilyReunite.Domain;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Cli.Faces;

/// <summary><c>reunite models calibrate</c>: writes the pack's description with a calibration measured on the operator's own photos. Installing it puts it to use.</summary>
internal static class CalibrateFacesCommand
{
    public static Command Create(SharedOptions shared)
    {
        var options = new FacePairOptions();
        var target = new Option<FileInfo>("--out") { Description = "写到这个文件 · Written to this file", Required = true };
        var source = new Option<string?>("--source") { Description = "测的是什么照片 · What photos were measured" };
        return shared.Run(options.AddTo(new Command("calibrate", "用自己的照片校准 · Calibrate on photos of your own") { target, source }), (session, call, ct) => RunAsync(session, options, call, call.GetValue(target)!, call.GetValue(source), shared.Clock, ct));
    }

    private static async Task<int> RunAsync(Session session, FacePairOptions options, ParseResult call, FileInfo target, string? source, TimeProvider clock, CancellationToken ct)
    {
        var opened = ModelPack.Open(call.GetValue(options.Pack)!.FullName);
        if (opened.Value is not { } pack) return session.Refuse(opened.Problems);
        var read = options.Read(call);
        if (read.Value is not { } labelled) return session.Refuse(read.Problems);
        var persons = new PairPersons(labelled.Pairs);
        if (persons.Contradiction(labelled.Pairs) is { } contradiction) return session.Refuse([contradiction]);
        var photos = await FacePhotos.MeasureAsync(session, pack, labelled, persons, clock, ct);
        if (photos.Missing.Count > 0) return session.Refuse([new Problem("face.pairs-missing", null, photos.Missing.Count, photos.Missing[0])]);
        var made = CalibrationMaker.Make(photos.Pairs, source ?? string.Create(CultureInfo.InvariantCulture, $"{photos.Photos} photos of {persons.Photos.DistinctBy(persons.PersonOf).Count()} people, {clock.GetUtcNow():yyyy-MM-dd}"));
        if (made.Value is not { } calibration) return session.Refuse(made.Problems);
        Write(target, pack.Manifest with { Calibration = calibration });
        if (session.Json) session.Line(new { calibration.Source, calibration.Cells, PhotosWithoutFace = photos.WithoutFace });
        else
        {
            foreach (var cell in calibration.Cells) session.Out.WriteLine(Say(session, cell));
            session.Out.WriteLine(session.Say("faces.calibrated", photos.WithoutFace, target.Name));
        }
        return photos.WithoutFace == 0 ? ExitCode.Fine : ExitCode.Finding;
    }

    private static string Say(Session session, FaceCell cell) => session.Say("faces.cell", session.Say(cell.Clear ? "faces.clear" : "faces.unclear"), session.Say("faces.ages." + cell.Ages), cell.MostYears,
        cell.Bars.Count == 0 ? session.Say("faces.no-bars") : string.Join("; ", cell.Bars.Select(b => string.Create(CultureInfo.InvariantCulture, $"≥{b.From:F3} {b.Weight:+0.0} ({b.StrangersPerMillion:F0}/M)"))));

    /// <summary>Whole, or as it was.</summary>
    private static void Write(FileInfo target, PackManifest manifest)
    {
        target.Directory?.Create();
        var draft = target.FullName + ".draft";
        File.WriteAllBytes(draft, ModelPack.Write(manifest));
        File.Move(draft, target.FullName, overwrite: true);
    }
}
