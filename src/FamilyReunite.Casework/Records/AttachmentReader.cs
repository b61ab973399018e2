using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <summary>An open file with what it is.</summary>
public sealed record OpenedFile(Stream Content, string MediaType, string FileName, AttachmentKind Kind);

/// <summary>Opens files of records that the caller may see, and notes it.</summary>
public sealed class AttachmentReader(ReuniteDb db, IBlobStore blobs, PictureStore pictures, ViewLog views)
{
    public const string Thumbnail = "small";
    public const string Display = "large";
    public const string Original = "original";

    /// <summary>A photo's <c>small</c> or <c>large</c> picture, or the <c>original</c> of any file; null when there is none, or it is not the caller's to see.</summary>
    public async Task<OpenedFile?> OpenAsync(Caller caller, Guid attachmentId, string variant, CancellationToken ct)
    {
        if (await FindAsync(caller, attachmentId, ct) is not { } found) return null;
        var (attachment, kind) = (found.Attachment, found.Kind);
        var isPhoto = attachment.Kind == AttachmentKind.Photo;
        // to know the person on the way takes a face, no papers and no voice
        if (!isPhoto && caller.Role == Role.EscortTeam) return null;
        // the original carries when and where it was taken: for the record's own organisation
        if (isPhoto && variant == Original && found.OrganisationId != caller.OrganisationId) return null;
        var content = variant switch
        {
            Thumbnail when isPhoto => await pictures.OpenAsync(attachment.Sha256, PictureSize.Thumbnail, ct),
            Display when isPhoto => await pictures.OpenAsync(attachment.Sha256, PictureSize.Display, ct),
            Original => blobs.OpenRead(attachment.Sha256),
            _ => null,
        };
        if (content is null) return null;
        // a thumbnail stands on a page whose viewing is noted already
        if (variant != Thumbnail) await views.NoteAsync(caller, $"{IntakeDesk.Subject(kind)}.{(isPhoto ? "photo" : "file")}-viewed", "attachment", attachment.Id, ct);
        return new OpenedFile(content, variant == Original ? attachment.MediaType : PictureStore.MediaType, attachment.FileName, attachment.Kind);
    }

    private async Task<(Attachment Attachment, RecordKind Kind, Guid OrganisationId)?> FindAsync(Caller caller, Guid id, CancellationToken ct)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
            if (await db.RecordsFor(caller, kind).AsNoTracking().SelectMany(r => r.Attachments, (r, a) => new { File = a, r.OrganisationId }).FirstOrDefaultAsync(f => f.File.Id == id, ct) is { } found) return (found.File, kind, found.OrganisationId);
        return null;
    }
}
