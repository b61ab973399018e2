using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Import;

/// <param name="Column">As the import file calls it.</param>
/// <param name="Path">Where it was read from.</param>
/// <param name="Photo">What was read of a photo; null for a recording.</param>
internal sealed record TakenFile(Attachment Attachment, string Column, string Path, ReadPhoto? Photo);

/// <summary>Photos and recordings that rows name: only from the import file's own folder, never larger than a form would take.</summary>
internal sealed class RowFiles(string folder, IPhotoReader photos, IAttachmentSniffer sniffer, IBlobStore blobs, TimeProvider clock)
{
    private const int MaxAudioBytes = 25 * 1024 * 1024;
    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>Stores the file. Problems: import.file-outside, import.file-missing, import.not-audio, import.audio-too-large, photo.*.</summary>
    public async Task<Outcome<TakenFile>> TakeAsync(FileDraft file, CancellationToken ct)
    {
        if (Find(file.Path) is not { } path) return new Problem("import.file-outside");
        var info = new FileInfo(path);
        if (!info.Exists) return new Problem("import.file-missing");
        if (file.Kind == AttachmentKind.Photo && info.Length > PhotoLimits.MaxBytes) return new Problem("photo.too-large", null, PhotoLimits.MaxBytes / 1024 / 1024);
        if (file.Kind == AttachmentKind.Audio && info.Length > MaxAudioBytes) return new Problem("import.audio-too-large", null, MaxAudioBytes / 1024 / 1024);
        var bytes = await File.ReadAllBytesAsync(path, ct);
        var now = clock.GetUtcNow();
        if (file.Kind == AttachmentKind.Audio)
            return sniffer.Sniff(bytes) is { } type && type.StartsWith("audio/", StringComparison.Ordinal)
                ? new TakenFile(new Attachment(Guid.CreateVersion7(now), AttachmentKind.Audio, await blobs.WriteAsync(bytes, ct), type, bytes.Length, info.Name, null, null, 0, null, null, now), file.Column, path, null)
                : new Problem("import.not-audio");
        var read = photos.Read(bytes);
        return read.Value is { } photo
            ? new TakenFile(new Attachment(Guid.CreateVersion7(now), AttachmentKind.Photo, await blobs.WriteAsync(bytes, ct), photo.MediaType, bytes.Length, info.Name, photo.Width, photo.Height, photo.DifferenceHash, null, null, now)
                { CosineHash = photo.CosineHash, TakenAt = photo.Capture?.TakenAt, TakenLatitude = photo.Capture?.Latitude, TakenLongitude = photo.Capture?.Longitude }, file.Column, path, photo)
            : read.Problems.ToArray();
    }

    /// <summary>After the rows were written: a file that no record took is not kept, as one that staff deleted; one that was deleted for another record at this moment is stored again.</summary>
    public async Task SettleAsync(IDbContextFactory<ReuniteDb> databases, IReadOnlyList<TakenFile> files, CancellationToken ct)
    {
        foreach (var file in files)
        {
            var sha256 = file.Attachment.Sha256;
            if (await blobs.DeleteUnlessAsync(sha256, IsHeldAsync, ct) || blobs.Exists(sha256)) continue;
            await blobs.WriteAsync(await File.ReadAllBytesAsync(file.Path, ct), ct);

            async Task<bool> IsHeldAsync(CancellationToken inner)
            {
                await using var db = await databases.CreateDbContextAsync(inner);
                return await db.Attachments.AnyAsync(a => a.Sha256 == sha256, inner);
            }
        }
    }

    /// <summary>Null when the path, or what a link in it points at, leaves the folder.</summary>
    private string? Find(string written)
    {
        if (written.Contains('\0', StringComparison.Ordinal)) return null;
        var path = Path.GetFullPath(Path.Combine(_folder, written.Replace('\\', '/')));
        if (!IsInside(path)) return null;
        for (var part = path; part.Length > _folder.Length; part = Path.GetDirectoryName(part)!)
            if (Path.Exists(part) && new FileInfo(part).ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsInside(target.FullName)) return null;
        return path;
    }

    private bool IsInside(string path) => path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
