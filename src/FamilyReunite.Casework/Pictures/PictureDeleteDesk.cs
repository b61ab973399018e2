using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Pictures;

/// <summary>Deletes a photo of the caller's own record for good: the row, what was seen of faces and their vectors, the encrypted original and its small copies.</summary>
public sealed class PictureDeleteDesk(ReuniteDb db, ChangeWriter writer, FaceErasure faces, HeldFiles files, OutboxSignal signal, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <summary>What was pointed out on the photo stays said; pairs whose score held the face are compared anew. The same write again changes nothing.</summary>
    /// <returns>The record that held it; picture.not-found, picture.reason-needed, picture.reason-too-long, picture.reason-hidden, record.busy.</returns>
    public async Task<Outcome<Guid>> DeleteAsync(Caller caller, Guid writeId, Guid attachmentId, string? reason, CancellationToken ct)
    {
        var words = (reason ?? "").Trim();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await GoneAsync(caller, writeId, attachmentId, ct) is { } gone) return gone;
            if (await FindAsync(caller, attachmentId, ct) is not { } record) return new Problem("picture.not-found");
            if (words.Length == 0) return new Problem("picture.reason-needed", "Reason");
            if (words.Length > DeletedPicture.MaxReason) return new Problem("picture.reason-too-long", "Reason", DeletedPicture.MaxReason);
            if (VisibleText.HasHidden(words)) return new Problem("picture.reason-hidden", "Reason");
            if (await TryAsync(caller, writeId, record, attachmentId, words, ct) is not { } sha256) continue;
            await files.DropUnheldAsync(sha256, ct);
            return record.Id;
        }
        return new Problem("record.busy");
    }

    /// <returns>The file's SHA-256; null when somebody else changed the record meanwhile.</returns>
    private async Task<string?> TryAsync(Caller caller, Guid writeId, CaseRecord record, Guid attachmentId, string reason, CancellationToken ct)
    {
        var photo = record.Detach(attachmentId)!;
        db.Attachments.Remove(photo);
        db.DeletedPictures.Add(new DeletedPicture(photo.Id, record.Id, photo.Sha256, reason, caller.AccountId, clock.GetUtcNow()));
        var seen = await FaceErasure.ForgetSeenAsync(db, [], [attachmentId], ct);
        var subject = IntakeDesk.Subject(record.Kind);
        List<ChangeNote> notes = [new(writeId, caller.Actor, subject + ".picture-deleted", subject, record.Id)];
        if (seen > 0) notes.Add(new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), caller.Actor, "face.forgotten", subject, record.Id));
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (await writer.SaveAsync(notes, [record], ct) != WriteResult.Saved) return null;
            // before anybody can compare the record anew
            faces.Wipe([], [attachmentId]);
            await transaction.CommitAsync(ct);
        }
        signal.Pulse();
        return photo.Sha256;
    }

    /// <summary>The record of a photo that this very write deleted; its file is looked for once more.</summary>
    private async Task<Guid?> GoneAsync(Caller caller, Guid writeId, Guid attachmentId, CancellationToken ct)
    {
        if (!await db.AuditEntries.AnyAsync(a => a.WriteId == writeId && a.OrganisationId == caller.OrganisationId, ct)) return null;
        if (await db.DeletedPictures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == attachmentId, ct) is not { } deleted) return null;
        await files.DropUnheldAsync(deleted.Sha256, ct);
        return deleted.RecordId;
    }

    private async Task<CaseRecord?> FindAsync(Caller caller, Guid attachmentId, CancellationToken ct)
    {
        var record = await db.Records.Include(r => r.Facts).Include(r => r.Attachments)
            .SingleOrDefaultAsync(r => r.OrganisationId == caller.OrganisationId && r.Attachments.Any(a => a.Id == attachmentId && a.Kind == AttachmentKind.Photo), ct);
        return record is not null && IntakeDesk.MayWrite(caller, record.Kind) ? record : null;
    }
}
