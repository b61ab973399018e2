using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>A fact read out of free text: where it stands and what it was understood as (canonical form of the kind).</summary>
/// <param name="Start">Index of the first character in the text that was read.</param>
public sealed record ReadFact(FactKind Kind, string AsHeard, string? Understood, int Start, int Length);

public interface IDescriptionReader
{
    /// <summary>Every fact found in a free Chinese text (heights, ages, weights, marks, clothes, places, dates, family …), in order of appearance. Never throws on any input text.</summary>
    IReadOnlyList<ReadFact> Read(string text);

    /// <summary>Interprets the value of one known field ("163、1米63、五尺" for a height) in canonical form; null when it cannot.</summary>
    string? Understand(FactKind kind, string asHeard);
}
