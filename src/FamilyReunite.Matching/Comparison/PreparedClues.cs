using System.Runtime.CompilerServices;
using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A clue set with what every comparison of it needs, worked out once and kept as long as the clue set lives.</summary>
internal sealed class PreparedClues
{
    private static readonly ConditionalWeakTable<ClueSet, PreparedClues> Known = [];

    private PreparedClues(ClueSet clues)
    {
        Clues = clues;
        Names = [.. clues.Names.Select(n => new PreparedName(n))];
        OnlyCallNames = Array.TrueForAll(Names, n => n.IsCallName);
        Homes = PreparedHome.Of(clues.Homes);
        Belief = PreparedBelief.Of(clues.HomeBelief);
        LastPlaces = PreparedHome.Of(clues.LastPlaces);
        Family = [.. clues.Family.Select(f => new PreparedRelative(f))];
        Marks = [.. clues.Marks.Where(m => m.Mark is not { Kind: Domain.Values.MarkKind.Other, Part: Domain.Values.BodyPart.Unknown }).Select(m => new PreparedMark(m))];
        Speech = [.. clues.Languages.Select(PreparedSpeech.Of).OfType<PreparedSpeech>()];
        Clothing = [.. clues.Clothing.Select(c => new PreparedGarment(c))];
    }

    public ClueSet Clues { get; }

    public PreparedName[] Names { get; }

    /// <summary>No full name is known: another name is then no contradiction.</summary>
    public bool OnlyCallNames { get; }

    public PreparedHome[] Homes { get; }

    /// <summary>Null where nothing tells where home is.</summary>
    public PreparedBelief? Belief { get; }

    public PreparedHome[] LastPlaces { get; }

    public PreparedRelative[] Family { get; }

    public PreparedMark[] Marks { get; }

    public PreparedSpeech[] Speech { get; }

    public PreparedGarment[] Clothing { get; }

    public static PreparedClues Of(ClueSet clues) => Known.GetValue(clues, static c => new PreparedClues(c));

    /// <summary>For a clue set that is looked at once: nothing is remembered.</summary>
    public static PreparedClues Once(ClueSet clues) => new(clues);

    /// <summary>Years between birth and the day the record speaks of; null when either was not said.</summary>
    public double? Age(BirthClue birth) => Clues.LastSeen is { } seen ? Math.Max(0, seen.MiddleYear - birth.Born.MiddleYear) : null;
}
