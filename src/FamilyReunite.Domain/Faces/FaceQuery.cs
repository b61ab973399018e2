using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Domain.Faces;

/// <summary>What a search for faces may ask of the record that a face is of. The default knows nothing.</summary>
/// <param name="BirthYears">Years of birth that are possible, widened by what a statement may be wrong; null when nobody said.</param>
/// <param name="OrganisationId">The station that keeps the record.</param>
public readonly record struct FaceTraits(Sex Sex, NumberRange? BirthYears, Guid OrganisationId);

/// <summary>Which records a search is for. What is not known never excludes.</summary>
/// <param name="Sex">Only the known opposite is out.</param>
/// <param name="BirthYears">Records whose possible years of birth cannot meet these are out: an age then and an age now are compared as the years of birth they leave.</param>
/// <param name="OrganisationId">Records of this station alone; null for all stations.</param>
public sealed record FaceFilter(Sex Sex = Sex.Unknown, NumberRange? BirthYears = null, Guid? OrganisationId = null)
{
    public static readonly FaceFilter None = new();

    public bool Allows(in FaceTraits other) =>
        (Sex == Sex.Unknown || other.Sex == Sex.Unknown || Sex == other.Sex)
        && (BirthYears is not { } asked || other.BirthYears is not { } held || asked.GapTo(held) == 0)
        && (OrganisationId is not { } station || station == other.OrganisationId);
}

/// <summary>Asks for the records whose faces are most like one face.</summary>
/// <param name="Vector">Of unit length.</param>
/// <param name="Kind">Of the records that are looked for: <see cref="RecordKind.Stranded"/> or <see cref="RecordKind.Missing"/>.</param>
/// <param name="Count">Records wanted; so many come back whenever so many are allowed.</param>
/// <param name="Filter">Null allows all.</param>
public sealed record FaceQuery(float[] Vector, RecordKind Kind, int Count, FaceFilter? Filter = null);
