using FamilyReunite.Data;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Gives the faces of now to whoever compares records; none while comparing faces is off or no pack is whole.</summary>
public sealed class FaceMatchSource(IDbContextFactory<ReuniteDb> databases, FaceEngines engines, FaceStore store, FaceTraitSource traits, SharedFaces shared)
{
    private volatile Held? _held;

    /// <summary>Null when there is nothing to compare; everything else is compared all the same.</summary>
    public async Task<FaceMatches?> OpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await FaceReader.IsOnAsync(db, ct) || engines.Open().Value is not { } engine) return null;
        var gallery = store.Gallery(engine.Pack);
        if (gallery.Count == 0) return null;
        var known = await traits.ReadAsync([.. gallery.Records], ct);
        if (_held is not { } held || !ReferenceEquals(held.Gallery, gallery) || !ReferenceEquals(held.Traits, known) || !ReferenceEquals(held.Pack, engine.Pack))
        {
            var fitted = gallery.With(id => known.GetValueOrDefault(id));
            _held = held = new Held(engine.Pack, gallery, known, fitted, new FaceMatches(fitted, engine.Pack.Manifest.Calibration, id => known.GetValueOrDefault(id)));
        }
        // what the shared index answered is not kept beyond one use: it may lag behind the file for a moment
        return shared.Search(held.Fitted) is { } index ? new FaceMatches(held.Fitted, engine.Pack.Manifest.Calibration, id => known.GetValueOrDefault(id), index) : held.Matches;
    }

    private sealed record Held(ModelPack Pack, FaceGallery Gallery, IReadOnlyDictionary<Guid, FaceTraits> Traits, FaceGallery Fitted, FaceMatches Matches);
}
