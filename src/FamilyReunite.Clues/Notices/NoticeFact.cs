using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>How directly a text gives a fact to a person; the more direct wins where a field holds one value.</summary>
internal enum Directness { Labelled, Own, Shared }

internal readonly record struct NoticeFact(ReadFact Fact, Directness Directness)
{
    public FactKind Kind => Fact.Kind;

    public string Words => Fact.AsHeard;
}
