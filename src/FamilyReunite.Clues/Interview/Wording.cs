namespace FamilyReunite.Clues.Interview;

/// <summary>What is said or shown, in both languages; local words and place names stay Chinese.</summary>
public sealed record Wording(string Zh, string En)
{
    /// <summary>The text in a language ("zh-CN", "en").</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}
