using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Lets staff say which face of a photo is the person's, and what is no photo at all.</summary>
public sealed class FacePickDesk(ReuniteDb db, ChangeWriter writer, FaceEngines engines, FaceStore store, PictureStore pictures)
{
    private static readonly Problem Busy = new("face.busy");

    /// <summary>Which face is the person's; null says that none is. Its vector is stored, or gone, when this returns.</summary>
    /// <returns>face.off, face.photo-unknown, face.no-such-face, face.kept-out, face.busy, or why there is no pack.</returns>
    public Task<Outcome<Done>> ChooseAsync(Caller caller, Guid writeId, Guid attachmentId, int? face, CancellationToken ct) =>
        ChangeAsync(caller, writeId, attachmentId, face is null ? "face.none-chosen" : "face.chosen", f => f.Choose(face, caller.AccountId), ct);

    /// <summary>How the picture came about; what is no photo is taken out of the comparison at once.</summary>
    /// <returns>face.off, face.photo-unknown, face.busy, or why there is no pack.</returns>
    public Task<Outcome<Done>> MarkAsync(Caller caller, Guid writeId, Guid attachmentId, PictureOrigin origin, CancellationToken ct) =>
        ChangeAsync(caller, writeId, attachmentId, "face.origin-marked", f =>
        {
            f.Mark(origin);
            return Done.Instance;
        }, ct);

    private async Task<Outcome<Done>> ChangeAsync(Caller caller, Guid writeId, Guid attachmentId, string action, Func<PictureFaces, Outcome<Done>> change, CancellationToken ct)
    {
        if (await writer.WasWrittenAsync(writeId, ct)) return Done.Instance;
        var record = await db.Records.Include(r => r.Attachments).SingleOrDefaultAsync(r => r.OrganisationId == caller.OrganisationId && r.Attachments.Any(a => a.Id == attachmentId && a.Kind == AttachmentKind.Photo), ct);
        if (record is null || !IntakeDesk.MayWrite(caller, record.Kind)) return new Problem("face.photo-unknown");
        if (!await FaceReader.IsOnAsync(db, ct)) return new Problem("face.off");
        var opened = engines.Open();
        if (opened.Value is not { } engine) return opened.Problems.ToArray();
        if (await db.PictureFaces.SingleOrDefaultAsync(f => f.AttachmentId == attachmentId, ct) is not { } faces) return new Problem("face.not-read-yet");
        if (change(faces) is { Succeeded: false } refused) return refused;
        var compared = faces is { Reading: FaceReading.Compared, Chosen: not null } && faces.Contract == engine.Pack.Manifest.Contract;
        // the face that was compared before goes from wherever it is searched
        store.Remove(engine.Pack, e => e.AttachmentId == attachmentId);
        if (compared) await PutAsync(engine, record, faces, ct);
        var subject = IntakeDesk.Subject(record.Kind);
        var written = await writer.SaveAsync(new ChangeNote(writeId, caller.Actor, action, subject, record.Id), ct, record);
        if (written != WriteResult.Conflict) return Done.Instance;
        // deleted meanwhile: its vector was written after that
        if (!await db.Attachments.AnyAsync(a => a.Id == attachmentId, ct)) store.Remove(engine.Pack, e => e.AttachmentId == attachmentId);
        return Busy;
    }

    private async Task PutAsync(Photos.Faces.FaceEngine engine, CaseRecord record, PictureFaces faces, CancellationToken ct)
    {
        var photo = record.Attachments.Single(a => a.Id == faces.AttachmentId);
        if (await FaceReader.PixelsAsync(pictures, photo.Sha256, ct) is not { } image) return;
        var box = faces.Faces[faces.Chosen!.Value];
        store.Put(engine.Pack, [FaceReader.Entry(record, photo, faces, engine.Describe(image, box))]);
    }
}
