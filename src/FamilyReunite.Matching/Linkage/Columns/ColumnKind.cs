namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>What a column of a person file holds. In files it is spelt with hyphens: <c>given-name</c>.</summary>
public enum ColumnKind
{
    GivenName,
    Surname,
    FullName,
    Sex,
    BirthDate,
    Age,
    Phone,
    Address,
    Place,
    Postcode,
    IdNumber,
    Category,
    Text,
}
