using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A mark with how rare it is.</summary>
internal sealed class PreparedMark(MarkClue clue)
{
    /// <summary>Marks a person has on average; from the simulator's counts.</summary>
    private const double PerPerson = 1.3;

    public MarkClue Clue { get; } = clue;

    public BodyMark Mark { get; } = clue.Mark;

    public MarkFamily Family { get; } = MarkFamilies.Of(clue.Mark.Kind);

    public BodyRegion Region { get; } = BodyRegions.Of(clue.Mark.Part);

    public bool HasSide { get; } = clue.Mark.Side is BodySide.Left or BodySide.Right;

    /// <summary>Expected number of such marks on a stranger: this kind anywhere.</summary>
    public double KindShare { get; } = PerPerson * MarkFrequency.OfKind(clue.Mark.Kind);

    /// <summary>This kind at this place.</summary>
    public double PartShare { get; } = PerPerson * MarkFrequency.OfKind(clue.Mark.Kind) * MarkFrequency.OfPart(clue.Mark.Kind, clue.Mark.Part);
}
