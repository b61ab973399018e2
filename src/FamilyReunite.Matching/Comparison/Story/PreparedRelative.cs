using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A relative whose name can be compared by sound.</summary>
internal sealed class PreparedRelative(FamilyClue clue)
{
    public FamilyMember Member { get; } = clue.Member;

    public PreparedName? Name { get; } = clue.Member.Name is not { Length: > 0 } name ? null
        : new PreparedName(new NameClue(name, name.Contains('·', StringComparison.Ordinal) ? NameScript.MinorityInHan : NameScript.Han, HeardOnly: true, null, [],
            clue.NameReadings.Count > 0 ? clue.NameReadings : [.. name.Select(CharacterReadings.Of).Where(r => r.Count > 0)]));

    /// <summary>Brothers, sisters, children and others of whom people have more than one.</summary>
    public bool MayBeSeveral { get; } = clue.Member.Relation is not (Relation.Father or Relation.Mother or Relation.Husband or Relation.Wife);

    /// <summary>"Brother" and "elder brother" may be one person.</summary>
    public static bool Fit(Relation a, Relation b) => a == b || (Wider(a) == Wider(b) && (a == Wider(a) || b == Wider(b)));

    private static Relation Wider(Relation r) => r switch
    {
        Relation.ElderBrother or Relation.YoungerBrother => Relation.Brother,
        Relation.ElderSister or Relation.YoungerSister => Relation.Sister,
        Relation.Son or Relation.Daughter => Relation.Child,
        _ => r,
    };
}
