using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Homes;

/// <summary>What was typed, trimmed, with what stands in its way.</summary>
internal static class HomeWords
{
    /// <summary>Null for nothing typed.</summary>
    public static string? Clean(string? typed) => VisibleText.WordsOf(typed?.Replace("\r", "", StringComparison.Ordinal));

    /// <summary>Problems: home.control-characters, home.words-too-long.</summary>
    public static Problem? Check(string? typed, string field, int most) =>
        VisibleText.HasHidden(typed) ? new Problem("home.control-characters", field) : typed?.Trim().Length > most ? new Problem("home.words-too-long", field, most) : null;
}
