using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Cli.Faces;

/// <summary><c>reunite evaluate faces</c>: how well the faces of a model pack tell people apart on photos whose truth is known.</summary>
internal static class EvaluateFacesCommand
{
    public static Command Create(SharedOptions shared)
    {
        var options = new FacePairOptions();
        return shared.Run(options.AddTo(new Command("faces", "评估人脸比对 · Measure face comparison")), (session, call, ct) => RunAsync(session, options, call, shared.Clock, ct));
    }

    private static async Task<int> RunAsync(Session session, FacePairOptions options, ParseResult call, TimeProvider clock, CancellationToken ct)
    {
        var opened = ModelPack.Open(call.GetValue(options.Pack)!.FullName);
        if (opened.Value is not { } pack) return session.Refuse(opened.Problems);
        var read = options.Read(call);
        if (read.Value is not { } labelled) return session.Refuse(read.Problems);
        var photos = await FacePhotos.MeasureAsync(session, pack, labelled, new PairPersons(labelled.Pairs), clock, ct);
        var report = FacePairReport.Of(photos.Pairs);
        if (session.Json)
            session.Line(new
            {
                report.Same, report.Strangers, TrueAccept = report.TrueAccept?.Value, TrueAcceptLow = report.TrueAccept?.Low, TrueAcceptHigh = report.TrueAccept?.High, report.Threshold,
                Rank1 = report.FirstRank?.Value, Rank1Low = report.FirstRank?.Low, Rank1High = report.FirstRank?.High, PhotosWithoutFace = photos.WithoutFace, photos.MillisecondsPerPhoto,
            });
        else session.Out.WriteLine(session.Say("faces.report", report.Same, report.Strangers, Told(session, report), report.Threshold?.ToString("F3", session.Culture) ?? "–", photos.WithoutFace, photos.MillisecondsPerPhoto.ToString("F0", session.Culture), Told(session, report.FirstRank) ?? "–"));
        return photos.WithoutFace == 0 ? ExitCode.Fine : ExitCode.Finding;
    }

    private static string Told(Session session, FacePairReport report) => Told(session, report.TrueAccept) ?? session.Say("faces.untold", report.Strangers, FacePairReport.LeastStrangers);

    private static string? Told(Session session, MeasuredShare? share) =>
        share is null ? null : session.Say("faces.share", share.Value.ToString("P1", session.Culture), share.Low.ToString("P1", session.Culture), share.High.ToString("P1", session.Culture));
}
