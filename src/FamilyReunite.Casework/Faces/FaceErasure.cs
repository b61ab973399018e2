using FamilyReunite.Data;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Takes the faces of deleted photos or records out. Whoever deletes either calls both in the transaction that deletes: a stop in between costs vectors that can be made anew, never leaves one.</summary>
public sealed class FaceErasure(FaceEngines engines, FaceStore store)
{
    /// <summary>Marks what was seen of faces for removal with the next save.</summary>
    /// <param name="records">Records of which every photo is meant.</param>
    /// <param name="attachments">Single photos.</param>
    /// <returns>In how many photos something was seen.</returns>
    public static async Task<int> ForgetSeenAsync(ReuniteDb db, IReadOnlyCollection<Guid> records, IReadOnlyCollection<Guid> attachments, CancellationToken ct)
    {
        var seen = await db.PictureFaces.Where(f => records.Contains(f.RecordId) || attachments.Contains(f.AttachmentId)).ToListAsync(ct);
        db.PictureFaces.RemoveRange(seen);
        return seen.Count;
    }

    /// <summary>The vectors are overwritten on the disk when this returns. Files of packs that are not in use go whole: they are compared with nothing and are made anew.</summary>
    /// <param name="records">Records of which every photo is meant.</param>
    /// <param name="attachments">Single photos.</param>
    public void Wipe(IReadOnlyCollection<Guid> records, IReadOnlyCollection<Guid> attachments)
    {
        if (store.IsEmpty) return;
        var pack = engines.Open().Value?.Pack;
        if (store.HasOthers(pack?.Manifest.Contract)) store.RemoveAllBut(pack?.Manifest.Contract);
        if (pack is not null) store.Remove(pack, e => records.Contains(e.RecordId) || attachments.Contains(e.AttachmentId));
    }
}
