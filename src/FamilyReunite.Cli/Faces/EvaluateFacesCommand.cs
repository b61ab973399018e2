using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Cli.Faces;

/// <summary><c>reunite evaluate faces</c>: how well the faces of a model pack tell people apart on pairs of photos whose truth is known. The surest face of each photo is taken.</summary>
internal static class EvaluateFacesCommand
{
    public static Command Create(SharedOptions shared)
    {
        var pairs = new Option<FileInfo>("--pairs") { Description = "每行：照片 TAB 照片 TAB 1（同一人）或 0 · Lines: photo TAB photo TAB 1 (same person) or 0", Required = true };
        var pack = new Option<DirectoryInfo>("--pack") { Description = "模型包文件夹 · Folder of the model pack", Required = true };
        return shared.Run(new Command("faces", "评估人脸比对 · Measure face comparison") { pairs, pack }, (session, call, ct) => RunAsync(session, call.GetValue(pairs)!, call.GetValue(pack)!, shared.Clock, ct));
    }

    private static async Task<int> RunAsync(Session session, FileInfo file, DirectoryInfo folder, TimeProvider clock, CancellationToken ct)
    {
        var opened = ModelPack.Open(folder.FullName);
        if (opened.Value is not { } pack) return session.Refuse(opened.Problems);
        var lines = file.Exists ? (await File.ReadAllLinesAsync(file.FullName, ct)).Select(l => l.Split('\t')).Where(f => f.Length == 3 && f[2] is "0" or "1").ToList() : [];
        if (lines.Count == 0)
        {
            session.Error.WriteLine(session.Say("faces.no-pairs"));
            return ExitCode.Usage;
        }
        using var detector = new FaceDetector(pack.DetectorPath);
        using var recogniser = new FaceRecogniser(pack);
        var photos = lines.SelectMany(l => l[..2]).Distinct(StringComparer.Ordinal).ToList();
        var from = clock.GetTimestamp();
        var vectors = await session.ProgressAsync(session.Say("evaluate.progress"), bar => Task.Run(() => Describe(session.Get<IPhotoReader>(), file.DirectoryName!, photos, detector, recogniser, bar, ct), ct));
        var milliseconds = clock.GetElapsedTime(from).TotalMilliseconds / photos.Count;
        var compared = lines.Where(l => vectors[l[0]] is not null && vectors[l[1]] is not null).Select(l => (vectors[l[0]]!.Similarity(vectors[l[1]]!)!.Value, l[2] == "1")).ToList();
        var report = FacePairReport.Of(compared);
        var first = FacePairReport.FirstRank([.. lines.Where(l => vectors[l[0]] is not null && vectors[l[1]] is not null).Select(l => (l[0], l[1], vectors[l[0]]!.Similarity(vectors[l[1]]!)!.Value, l[2] == "1"))]);
        var without = vectors.Values.Count(v => v is null);
        if (session.Json) session.Line(new { report.Same, report.Strangers, report.TrueAccept, report.Threshold, Rank1 = first, PhotosWithoutFace = without, MillisecondsPerPhoto = milliseconds });
        else session.Out.WriteLine(session.Say("faces.report", report.Same, report.Strangers, report.TrueAccept is { } share ? share.ToString("P1", session.Culture) : "–", report.Threshold?.ToString("F3", session.Culture) ?? "–", without, milliseconds.ToString("F0", session.Culture), first is { } rank ? rank.ToString("P1", session.Culture) : "–"));
        return without == 0 ? ExitCode.Fine : ExitCode.Finding;
    }

    private static Dictionary<string, FaceVector?> Describe(IPhotoReader reader, string folder, List<string> photos, FaceDetector detector, FaceRecogniser recogniser, IProgress<(long, long)> bar, CancellationToken ct)
    {
        var vectors = new Dictionary<string, FaceVector?>(StringComparer.Ordinal);
        foreach (var photo in photos)
        {
            ct.ThrowIfCancellationRequested();
            vectors[photo] = Describe(reader, Path.Combine(folder, photo), detector, recogniser);
            bar.Report((vectors.Count, photos.Count));
        }
        return vectors;
    }

    /// <summary>Null when the photo is not there, cannot be read or shows no face.</summary>
    private static FaceVector? Describe(IPhotoReader reader, string path, FaceDetector detector, FaceRecogniser recogniser)
    {
        if (!File.Exists(path) || reader.Read(File.ReadAllBytes(path)).Value is not { } read) return null;
        var image = ShownPixels.Of(read.DisplayWebp);
        return detector.Find(image) is [var first, ..] ? recogniser.Describe(image, first) : null;
    }
}
