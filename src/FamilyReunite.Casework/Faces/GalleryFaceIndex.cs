using FamilyReunite.Domain.Faces;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Casework.Faces;

/// <summary>Looks through the faces that this server holds in memory.</summary>
public sealed class GalleryFaceIndex(FaceGallery gallery) : IFaceIndex
{
    public Task<IReadOnlyList<IReadOnlyList<NearFace>>> NearestAsync(IReadOnlyList<FaceQuery> queries, CancellationToken ct)
    {
        var found = new List<IReadOnlyList<NearFace>>(queries.Count);
        foreach (var query in queries)
        {
            // each look takes all processors
            ct.ThrowIfCancellationRequested();
            found.Add([.. gallery.Nearest(query).Select(h => new NearFace(h.Face.AttachmentId, h.Face.RecordId, h.Similarity))]);
        }
        return Task.FromResult<IReadOnlyList<IReadOnlyList<NearFace>>>(found);
    }
}
