using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Takes the faces of deleted photos or records out. Whoever deletes either calls it in the same breath.</summary>
public sealed class FaceErasure(ReuniteDb db, ChangeWriter writer, FaceEngines engines, FaceStore store, TimeProvider clock)
{
    /// <summary>Their vectors are overwritten on the disk when this returns, with the boxes that were seen.</summary>
    /// <param name="records">Records of which every photo is meant.</param>
    /// <param name="attachments">Single photos.</param>
    public async Task ForgetAsync(Actor actor, IReadOnlyCollection<Guid> records, IReadOnlyCollection<Guid> attachments, CancellationToken ct)
    {
        if (engines.Open().Value is { } engine) store.Remove(engine.Pack, e => Meant(e, records, attachments));
        db.PictureFaces.RemoveRange(await db.PictureFaces.Where(f => records.Contains(f.RecordId) || attachments.Contains(f.AttachmentId)).ToListAsync(ct));
        await writer.SaveAsync(new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), actor, "face.forgotten", "face", null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"records={records.Count} photos={attachments.Count}")), ct);
    }

    private static bool Meant(FaceEntry entry, IReadOnlyCollection<Guid> records, IReadOnlyCollection<Guid> attachments) => records.Contains(entry.RecordId) || attachments.Contains(entry.AttachmentId);
}
