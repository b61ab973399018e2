using FamilyReunite.Cli.Console;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Cli.Faces;

/// <summary>What a pack makes of the photos of labelled pairs. The surest face of each photo is taken.</summary>
/// <param name="Missing">Photos that are not there.</param>
/// <param name="WithoutFace">Photos that are not there, cannot be read or show no face.</param>
internal sealed record FacePhotos(IReadOnlyList<MeasuredPair> Pairs, int Photos, IReadOnlyList<string> Missing, int WithoutFace, double MillisecondsPerPhoto)
{
    public static async Task<FacePhotos> MeasureAsync(Session session, ModelPack pack, LabelledPhotos labelled, PairPersons persons, TimeProvider clock, CancellationToken ct)
    {
        using var engine = new FaceEngine(pack);
        var (reader, photos) = (session.Get<IPhotoReader>(), persons.Photos.ToList());
        var missing = photos.Where(p => !File.Exists(Path.Combine(labelled.Folder, p))).ToList();
        var from = clock.GetTimestamp();
        var faces = await session.ProgressAsync(session.Say("evaluate.progress"), bar => Task.Run(() => Describe(bar), ct));
        var milliseconds = clock.GetElapsedTime(from).TotalMilliseconds / photos.Count;
        return new FacePhotos(persons.Measure(labelled.Pairs, faces.GetValueOrDefault), photos.Count, missing, faces.Values.Count(f => f is null), milliseconds);

        Dictionary<string, (FaceVector Vector, bool Clear)?> Describe(IProgress<(long, long)> bar)
        {
            var read = new Dictionary<string, (FaceVector, bool)?>(StringComparer.Ordinal);
            foreach (var photo in photos)
            {
                ct.ThrowIfCancellationRequested();
                read[photo] = FaceOf(Path.Combine(labelled.Folder, photo));
                bar.Report((read.Count, photos.Count));
            }
            return read;
        }

        (FaceVector, bool)? FaceOf(string path)
        {
            if (!File.Exists(path)) return null;
            var bytes = File.ReadAllBytes(path);
            if ((GreyMap.Read(bytes) ?? Shown(bytes)) is not { } image) return null;
            return engine.Look(image) is [var face, ..] ? (engine.Describe(image, face), face.Doubts == Domain.Faces.FaceDoubts.None) : null;
        }

        PixelImage? Shown(byte[] bytes) => reader.Read(bytes).Value is { } read ? ShownPixels.Of(read.DisplayWebp) : null;
    }
}
