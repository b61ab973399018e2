namespace FamilyReunite.Domain.Records;

public enum AttachmentKind { Photo, Audio, Document }

/// <summary>A file beside a record; its bytes are stored under their SHA-256.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="FileName">As the user's machine called it; shown, never used as a path.</param>
/// <param name="PerceptualHash">64-bit difference hash of a photo, 0 when there is none.</param>
public sealed record Attachment(Guid Id, AttachmentKind Kind, string Sha256, string MediaType, long Bytes, string FileName, int? Width, int? Height, long PerceptualHash, string? Note, Guid? AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>64-bit pHash of a photo, 0 when there is none.</summary>
    public long CosineHash { get; init; }

    /// <summary>When a photo was taken by the camera's own clock; null when the file does not say. Restricted like the original.</summary>
    public DateTime? TakenAt { get; init; }

    /// <summary>Degrees north of where the camera was (WGS 84); null together with the longitude.</summary>
    public double? TakenLatitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? TakenLongitude { get; init; }
}
