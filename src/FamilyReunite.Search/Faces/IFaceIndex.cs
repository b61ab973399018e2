using FamilyReunite.Domain.Faces;

namespace FamilyReunite.Search.Faces;

/// <summary>A photo that was found by its face.</summary>
/// <param name="AttachmentId">The most alike photo of its record.</param>
/// <param name="Similarity">Cosine, −1 to 1, summed in single precision, one product after the other.</param>
public readonly record struct NearFace(Guid AttachmentId, Guid RecordId, float Similarity);

/// <summary>Finds the records whose faces are most like a given one. Exact: every face that the filter allows is compared, a record comes once, ties break on the attachment id, so that every engine answers alike.</summary>
public interface IFaceIndex
{
    /// <summary>Answers in the order of the queries, best first.</summary>
    Task<IReadOnlyList<IReadOnlyList<NearFace>>> NearestAsync(IReadOnlyList<FaceQuery> queries, CancellationToken ct);
}
