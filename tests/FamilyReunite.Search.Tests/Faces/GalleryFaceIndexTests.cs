using FamilyReunite.Casework.Faces;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Search.Tests.Faces;

public sealed class GalleryFaceIndexTests : FaceIndexContract
{
    protected override Task<IFaceIndex> FillAsync(IReadOnlyList<FaceDocument> faces) => Task.FromResult(Open(faces));

    internal static IFaceIndex Open(IReadOnlyList<FaceDocument> faces)
    {
        var traits = faces.DistinctBy(f => f.RecordId).ToDictionary(f => f.RecordId, f => f.Traits);
        List<FaceEntry> entries = [.. faces.Select(f => new FaceEntry(f.AttachmentId, f.RecordId, f.Kind == RecordKind.Missing, Clear: true, 2026, f.Vector))];
        return new GalleryFaceIndex(new FaceGallery("invented", entries, InventedFaces.Dimension).With(id => traits.GetValueOrDefault(id)));
    }
}
