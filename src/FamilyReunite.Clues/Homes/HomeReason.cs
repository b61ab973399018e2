namespace FamilyReunite.Clues.Homes;

/// <summary>One sentence for people, in both languages; names of places stay Chinese.</summary>
public sealed record HomeReason(string Zh, string En)
{
    /// <summary>The sentence in a language ("zh-CN", "en").</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}
