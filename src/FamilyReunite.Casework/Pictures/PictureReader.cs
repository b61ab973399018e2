using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Reading;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Pictures;

/// <summary>Reads a photo with where it comes from and what was pointed out on it. The looking itself is noted when the picture is opened.</summary>
public sealed class PictureReader(ReuniteDb db, PictureStore pictures, RecordReader records, ReadWords words, ViewLog views, TimeProvider clock)
{
    /// <summary>Null when there is no such photo or its record is not the caller's to see: both alike.</summary>
    /// <param name="withCapture">Also when and where it was taken: for the record's own organisation, and noted.</param>
    public async Task<PictureView?> ReadAsync(Caller caller, Guid attachmentId, bool withCapture, CancellationToken ct)
    {
        // to know a person on the way takes the face alone
        if (caller.Role == Role.EscortTeam || await FindAsync(caller, attachmentId, ct) is not { } record) return null;
        var photo = record.Attachments.Single(a => a.Id == attachmentId);
        var isOwn = record.OrganisationId == caller.OrganisationId;
        var mayKnow = isOwn && (photo.TakenAt ?? (object?)photo.TakenLatitude) is not null;
        if (mayKnow && withCapture) await views.NoteAsync(caller, IntakeDesk.Subject(record.Kind) + ".capture-viewed", "attachment", attachmentId, ct);
        var marks = record.FactsFor(caller).Where(f => f.Region?.AttachmentId == attachmentId && f.IsCurrent && f.Answer == AnswerState.Given).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).ToList();
        var mirrored = photo.PerceptualHash == 0 ? null : await MirroredAsync(photo, ct);
        var (seen, elsewhere) = await SamePictures.ForAsync(db, caller, new PictureHash(photo.PerceptualHash, photo.CosineHash), mirrored, record.Id, ct);
        var names = await records.NamesAsync([.. marks.Select(f => f.RecordedBy).Append(photo.AddedBy).OfType<Guid>()], ct);
        var now = clock.GetUtcNow();
        return new PictureView(
            photo, RowOf.Record(record, words, now, 0),
            await db.Organisations.Where(o => o.Id == record.OrganisationId).Select(o => o.Name).SingleAsync(ct),
            Name(photo.AddedBy), isOwn && IntakeDesk.MayWrite(caller, record.Kind), record.Kind == RecordKind.FieldContact || Ages.MayBeMinor(record, DateOnly.FromDateTime(now.UtcDateTime), words),
            [.. marks.Select(f => new PictureMark(f, f.Region!, Name(f.RecordedBy)))],
            [.. record.Attachments.Where(a => a.Kind == AttachmentKind.Photo).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).Select(a => a.Id)],
            seen, elsewhere, mayKnow, mayKnow && withCapture ? new PictureCapture(photo.TakenAt, photo.TakenLatitude, photo.TakenLongitude) : null)
        {
            Mirrored = mirrored,
            Faces = await db.PictureFaces.AsNoTracking().SingleOrDefaultAsync(f => f.AttachmentId == attachmentId, ct),
        };

        string? Name(Guid? account) => account is { } id ? names.GetValueOrDefault(id) : null;
    }

    /// <summary>Of the small picture, whose hashes differ from the large one's by less than two copies may; null when the photo cannot be read any more.</summary>
    private async Task<PictureHash?> MirroredAsync(Attachment photo, CancellationToken ct)
    {
        await using var small = await pictures.OpenAsync(photo.Sha256, PictureSize.Thumbnail, ct);
        if (small is null) return null;
        using var bytes = new MemoryStream();
        await small.CopyToAsync(bytes, ct);
        return MirroredHash.Of(ShownPixels.Of(bytes.ToArray()));
    }

    private async Task<CaseRecord?> FindAsync(Caller caller, Guid attachmentId, CancellationToken ct)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
            if (await db.RecordsFor(caller, kind).AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.Attachments.Any(a => a.Id == attachmentId && a.Kind == AttachmentKind.Photo), ct) is { } record) return record;
        return null;
    }
}
