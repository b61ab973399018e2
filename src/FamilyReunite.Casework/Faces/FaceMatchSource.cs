using FamilyReunite.Data;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Gives the faces of now to whoever compares records; none while comparing faces is off or no pack is whole.</summary>
public sealed class FaceMatchSource(IDbContextFactory<ReuniteDb> databases, FaceEngines engines, FaceStore store)
{
    private volatile FaceMatches? _held;
    private FaceGallery? _of;

    /// <summary>Null when there is nothing to compare; everything else is compared all the same.</summary>
    public async Task<FaceMatches?> OpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await FaceReader.IsOnAsync(db, ct) || engines.Open().Value is not { } engine) return null;
        var gallery = store.Gallery(engine.Pack);
        if (gallery.Count == 0) return null;
        if (_held is { } held && ReferenceEquals(_of, gallery)) return held;
        _of = gallery;
        return _held = new FaceMatches(gallery, engine.Pack.Manifest.Calibration);
    }
}
