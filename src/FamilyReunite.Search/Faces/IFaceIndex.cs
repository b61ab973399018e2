using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Faces;

/// <summary>What filters know of the person on a photo.</summary>
/// <param name="BirthYears">Years of birth that are possible, widened as <see cref="IndexDocument.BirthYears"/> is; null when unknown.</param>
/// <param name="OrganisationId">Whose record it is.</param>
public sealed record FaceFacts(Sex Sex, NumberRange? BirthYears, Guid OrganisationId);

/// <summary>Whom to look for. What is unknown on either side passes; a filter never costs a neighbour that fits.</summary>
/// <param name="BirthYears">Null for any.</param>
/// <param name="OrganisationId">Null for every station.</param>
public sealed record FaceFilter(Sex Sex = Sex.Unknown, NumberRange? BirthYears = null, Guid? OrganisationId = null)
{
    /// <param name="facts">Null when nothing is known of the person: only a station that was asked for excludes it then.</param>
    public bool Passes(FaceFacts? facts)
    {
        if (facts is null) return OrganisationId is null;
        if (OrganisationId is { } asked && asked != facts.OrganisationId) return false;
        if (Sex != Sex.Unknown && facts.Sex != Sex.Unknown && Sex != facts.Sex) return false;
        return BirthYears is not { } a || facts.BirthYears is not { } b || (a.Low <= b.High && b.Low <= a.High);
    }
}

/// <param name="Vector">Of unit length, of the same pack as what is searched.</param>
/// <param name="Target">Kind of the records whose faces are looked for.</param>
/// <param name="Count">How many photos at most.</param>
public sealed record FaceQuery(float[] Vector, RecordKind Target, int Count, FaceFilter? Filter = null);

/// <param name="Similarity">Cosine, reckoned in single precision, one product after the other.</param>
public readonly record struct FaceHit(Guid AttachmentId, Guid RecordId, float Similarity);

/// <summary>Finds the photos whose faces are most like a given one. Exact: nothing is approximated, ties break on the attachment id, so every engine answers alike.</summary>
public interface IFaceIndex
{
    /// <summary>Answers in the order of the queries, best first.</summary>
    Task<IReadOnlyList<IReadOnlyList<FaceHit>>> NearestAsync(IReadOnlyList<FaceQuery> queries, CancellationToken ct);
}
