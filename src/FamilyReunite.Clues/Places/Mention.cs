namespace FamilyReunite.Clues.Places;

/// <summary>One name of a place read at one position of a text.</summary>
/// <param name="Length">Characters of the name and its level word together.</param>
/// <param name="Odds">Log-odds that the text names this place here rather than saying something else, before any prior.</param>
/// <param name="Exact">True when the characters are the same, false when only the sound is.</param>
internal sealed record Mention(PlaceName Name, int Start, int Length, double Odds, bool Exact)
{
    public int End => Start + Length;

    /// <summary>Best chain of mentions that ends here, its score and its link to the mention before.</summary>
    public double Total { get; set; }

    public Mention? Before { get; set; }
}
