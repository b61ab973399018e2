using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Intake;

/// <param name="AttachmentId">UUIDv7 made by the client; the same one again changes nothing.</param>
/// <param name="FileName">As the user's machine calls it; shown, never used as a path.</param>
public sealed record NewAttachment(Guid WriteId, Guid RecordId, Guid AttachmentId, AttachmentKind Kind, string FileName, string? Note = null);

/// <param name="SamePictures">Records the caller may see that already hold this picture, or it in a mirror; a warning, never a refusal and never evidence of identity.</param>
/// <param name="KnownElsewhere">A record that the caller may not see holds it; which one is not said.</param>
public sealed record AttachmentSaved(Guid AttachmentId, IReadOnlyList<SamePicture> SamePictures, bool KnownElsewhere = false);

/// <param name="Mirrored">It holds the picture with left and right exchanged.</param>
public sealed record SamePicture(Guid RecordId, RecordKind Kind, bool Mirrored = false);

/// <summary>Takes in photos, recordings and papers beside a record. What the bytes are decides, never what the file is called.</summary>
public sealed class AttachmentDesk(ReuniteDb db, ChangeWriter writer, IPhotoReader photos, IAttachmentSniffer sniffer, IBlobStore blobs, PictureStore pictures, TimeProvider clock)
{
    private const int Megabyte = 1024 * 1024;
    public const int MaxAudioBytes = 25 * Megabyte;
    public const int MaxDocumentBytes = 25 * Megabyte;

    private const int Attempts = 4;

    /// <summary>Problems: photo.*, record.file-empty, record.audio-too-large, record.not-audio, record.document-too-large, record.not-document, record.not-found, record.busy.</summary>
    public async Task<Outcome<AttachmentSaved>> SaveAsync(Caller caller, NewAttachment file, Stream content, CancellationToken ct)
    {
        if (await FindAsync(caller, file.RecordId, ct) is null) return new Problem("record.not-found");
        var limit = file.Kind switch { AttachmentKind.Photo => PhotoLimits.MaxBytes, AttachmentKind.Audio => MaxAudioBytes, _ => MaxDocumentBytes };
        var bytes = await ReadAsync(content, limit, ct);
        if (bytes.Length == 0) return new Problem("record.file-empty", "file");
        if (bytes.Length > limit) return TooLarge(file.Kind, limit);
        var read = Recognise(file.Kind, bytes);
        if (read.Value is not { } recognised) return read.Problems.ToArray();
        var sha = await blobs.WriteAsync(bytes, ct);
        if (recognised.Photo is { } photo) await pictures.KeepAsync(sha, photo, ct);
        var attachment = new Attachment(file.AttachmentId, file.Kind, sha, recognised.MediaType, bytes.Length, SafeName(file.FileName), recognised.Photo?.Width, recognised.Photo?.Height, recognised.Photo?.DifferenceHash ?? 0, file.Note, caller.AccountId, clock.GetUtcNow())
        {
            CosineHash = recognised.Photo?.CosineHash ?? 0, TakenAt = recognised.Photo?.Capture?.TakenAt, TakenLatitude = recognised.Photo?.Capture?.Latitude, TakenLongitude = recognised.Photo?.Capture?.Longitude,
        };
        if (!await AttachAsync(caller, file, attachment, ct)) return new Problem("record.busy");
        // another record's photo of the same bytes may have been deleted at this moment
        if (!blobs.Exists(sha)) await blobs.WriteAsync(bytes, ct);
        return recognised.Photo is { } shown ? await SameAsync(caller, file, shown, ct) : new AttachmentSaved(file.AttachmentId, []);
    }

    private async Task<bool> AttachAsync(Caller caller, NewAttachment file, Attachment attachment, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(caller, file.RecordId, ct) is not { } record) return false;
            if (!record.Attach(attachment)) return true;
            var subject = IntakeDesk.Subject(record.Kind);
            var note = new ChangeNote(file.WriteId, caller.Actor, subject + ".attached", subject, record.Id, attachment.Kind.ToString());
            if (await writer.SaveAsync(note, ct, record) != WriteResult.Conflict) return true;
        }
        return false;
    }

    private Task<CaseRecord?> FindAsync(Caller caller, Guid id, CancellationToken ct) => caller.KeepsPeople || caller.IsLiaison
        ? db.Records.Include(r => r.Attachments).SingleOrDefaultAsync(r => r.Id == id && r.OrganisationId == caller.OrganisationId, ct)
        : Task.FromResult<CaseRecord?>(null);

    private Outcome<Recognised> Recognise(AttachmentKind kind, byte[] bytes)
    {
        if (kind == AttachmentKind.Photo)
        {
            var photo = photos.Read(bytes);
            return photo.Value is { } p ? new Recognised(p.MediaType, p) : photo.Problems.ToArray();
        }
        var type = sniffer.Sniff(bytes);
        if (kind == AttachmentKind.Audio) return type?.StartsWith("audio/", StringComparison.Ordinal) == true ? new Recognised(type, null) : new Problem("record.not-audio", "file");
        return type == "application/pdf" ? new Recognised(type, null) : new Problem("record.not-document", "file");
    }

    private static Problem TooLarge(AttachmentKind kind, int limit) => new(kind switch { AttachmentKind.Photo => "photo.too-large", AttachmentKind.Audio => "record.audio-too-large", _ => "record.document-too-large" }, "file", limit / Megabyte);

    private async Task<AttachmentSaved> SameAsync(Caller caller, NewAttachment mine, ReadPhoto photo, CancellationToken ct)
    {
        var (seen, elsewhere) = await SamePictures.ForAsync(db, caller, photo.Hash, photo.Mirrored, mine.RecordId, ct);
        return new AttachmentSaved(mine.AttachmentId, seen, elsewhere);
    }

    /// <summary>At most one byte more than the limit, so that too much is known without reading it all.</summary>
    private static async Task<byte[]> ReadAsync(Stream content, int limit, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; memory.Length <= limit && (n = await content.ReadAsync(buffer, ct)) > 0;) memory.Write(buffer, 0, n);
        return memory.ToArray();
    }

    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !VisibleText.IsHidden(c) && !char.IsControl(c)));
        return clean.Length <= 200 ? clean : clean[^200..];
    }

    private sealed record Recognised(string MediaType, ReadPhoto? Photo);
}
