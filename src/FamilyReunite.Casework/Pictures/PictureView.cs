using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Photos.Reading;

namespace FamilyReunite.Casework.Pictures;

/// <summary>One photo with its record, as a viewer shows it.</summary>
/// <param name="Row">The record in one line.</param>
/// <param name="Keeper">Name of the organisation that keeps the record.</param>
/// <param name="AddedBy">Name of the colleague who added the photo; null when it came with a file.</param>
/// <param name="MayMark">The caller may point things out on it.</param>
/// <param name="MayBeMinor">The photo stays covered until somebody opens it.</param>
/// <param name="Marks">What was pointed out on it, oldest first.</param>
/// <param name="All">All photos of the record, oldest first.</param>
/// <param name="SamePictures">Other records the caller may see that hold the same picture: never evidence of identity.</param>
/// <param name="KnownElsewhere">A record that the caller may not see holds it; which one is not said.</param>
/// <param name="MayKnowCapture">The file said when or where it was taken, and the caller may ask for it.</param>
/// <param name="Capture">When and where it was taken; null until asked for by somebody who may.</param>
public sealed record PictureView(
    Attachment Photo, RecordRow Row, string Keeper, string? AddedBy, bool MayMark, bool MayBeMinor,
    IReadOnlyList<PictureMark> Marks, IReadOnlyList<Guid> All, IReadOnlyList<SamePicture> SamePictures, bool KnownElsewhere, bool MayKnowCapture, PictureCapture? Capture)
{
    /// <summary>What the photo looks like in a mirror; null when it cannot be read.</summary>
    public PictureHash? Mirrored { get; init; }

    /// <summary>What was seen of faces; null while nothing looked.</summary>
    public PictureFaces? Faces { get; init; }
}

/// <summary>When and where a photo was taken, by the camera.</summary>
/// <param name="At">The camera's own clock.</param>
/// <param name="Latitude">Degrees north; null together with the longitude.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record PictureCapture(DateTime? At, double? Latitude, double? Longitude);

/// <summary>A statement whose place on the photo was pointed out.</summary>
/// <param name="By">Name of the colleague.</param>
public sealed record PictureMark(Fact Fact, PictureRegion Region, string? By);
