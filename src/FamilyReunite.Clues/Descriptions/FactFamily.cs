using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Facts that are read in one way. Texts come in simplified characters and half-width forms. No member throws, and each takes time in proportion to the text.</summary>
internal abstract class FactFamily
{
    public abstract IReadOnlyList<FactKind> Kinds { get; }

    /// <summary>Finds facts in running text.</summary>
    public abstract void Find(string text, List<ReadFact> found);

    /// <summary>Reads the value of one field into canonical form; null when it cannot.</summary>
    public virtual string? Understand(FactKind kind, string asHeard) => null;

    protected static ReadFact Fact(FactKind kind, Clause c, string? understood = null) => new(kind, c.Text, understood, c.Start, c.Text.Length);

    protected static ReadFact Fact(FactKind kind, Capture c, string? understood = null)
    {
        var words = c.ValueSpan;
        var lead = words.Length - words.TrimStart().Length;
        var length = words.Trim().Length;
        return new ReadFact(kind, c.Value.Substring(lead, length), understood, c.Index + lead, length);
    }
}
