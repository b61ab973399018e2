namespace FamilyReunite.Domain.Facts;

/// <summary>What nobody sees and what changes how the rest is read: control characters, marks that turn the direction of writing, blanks without width. Line breaks and tabs are ordinary writing.</summary>
public static class VisibleText
{
    public static bool IsHidden(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\u200B';

    public static bool HasHidden(string? text) => text is not null && text.Any(IsHidden);

    /// <summary>One line without anything hidden, as names and labels are.</summary>
    public static bool IsOneLine(string text) => !text.Any(c => IsHidden(c) || char.IsControl(c));

    public static string WithoutHidden(string text) => HasHidden(text) ? string.Concat(text.Where(c => !IsHidden(c))) : text;

    /// <summary>Trimmed and without anything hidden; null when nothing is left.</summary>
    public static string? WordsOf(string? text) => WithoutHidden(text ?? "").Trim() is { Length: > 0 } words ? words : null;
}
