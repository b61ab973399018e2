using FamilyReunite.Matching.Linkage.Columns;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>One of two people given side by side: what is said of them, by kind; several texts where there are other spellings.</summary>
public sealed record PersonSide(IReadOnlyDictionary<ColumnKind, IReadOnlyList<string>> Said)
{
    internal IReadOnlyList<string> Of(ColumnKind kind) => Said.GetValueOrDefault(kind) ?? [];

    /// <summary>Full names; put together from given name and surname where none is given.</summary>
    internal IReadOnlyList<string> Names()
    {
        if (Of(ColumnKind.FullName) is { Count: > 0 } full) return full;
        var parts = Of(ColumnKind.GivenName).Take(1).Concat(Of(ColumnKind.Surname).Take(1)).ToList();
        return parts.Count == 0 ? [] : [string.Join(' ', parts)];
    }
}
