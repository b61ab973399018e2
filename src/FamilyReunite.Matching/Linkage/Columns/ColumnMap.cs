namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>One column as it is to be used.</summary>
/// <param name="Format">How dates are written, in .NET's letters ("yyyyMMdd"); null when it is to be seen from the values.</param>
public sealed record MappedColumn(string Name, ColumnKind Kind, string? Format = null);

/// <summary>Which columns of a person file are compared, and as what.</summary>
/// <param name="Id">The column that names a row; null when rows go by their number, from 1.</param>
public sealed record ColumnMap(string? Id, IReadOnlyList<MappedColumn> Columns);
