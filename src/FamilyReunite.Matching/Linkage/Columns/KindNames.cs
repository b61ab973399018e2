namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>The kinds as files spell them.</summary>
public static class KindNames
{
    private static readonly (string Name, ColumnKind Kind)[] All =
    [
        ("given-name", ColumnKind.GivenName), ("surname", ColumnKind.Surname), ("full-name", ColumnKind.FullName), ("sex", ColumnKind.Sex), ("birth-date", ColumnKind.BirthDate), ("age", ColumnKind.Age),
        ("phone", ColumnKind.Phone), ("address", ColumnKind.Address), ("place", ColumnKind.Place), ("postcode", ColumnKind.Postcode), ("id-number", ColumnKind.IdNumber), ("category", ColumnKind.Category), ("text", ColumnKind.Text),
    ];

    public static string Every { get; } = string.Join(' ', All.Select(a => a.Name));

    public static string Of(ColumnKind kind) => Array.Find(All, a => a.Kind == kind).Name;

    /// <summary>Null when there is no such kind; underscores do for hyphens.</summary>
    public static ColumnKind? Find(string name) => Array.FindIndex(All, a => a.Name == name.Trim().ToLowerInvariant().Replace('_', '-')) is var i and >= 0 ? All[i].Kind : null;
}
