using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>The truth about an invented person, before anybody looks, asks or remembers.</summary>
internal sealed record SimulatedPerson
{
    /// <summary>Row of the parameter group "kind": elder, mental, abducted …</summary>
    public required string Kind { get; init; }

    public required Sex Sex { get; init; }

    public required DateOnly Born { get; init; }

    /// <summary>Ethnic group in full ("彝族"); 汉族 for most.</summary>
    public required string People { get; init; }

    public required PersonName Name { get; init; }

    public required string Nickname { get; init; }

    public required County Home { get; init; }

    public required string Town { get; init; }

    public required string Village { get; init; }

    public required double HeightDeviation { get; init; }

    public required string Build { get; init; }

    public required string Hair { get; init; }

    public required string Food { get; init; }

    public required string Terrain { get; init; }

    /// <summary>A word by which people of the home province are known; null where none is listed.</summary>
    public required string? Word { get; init; }

    /// <summary>Marks that the family knows of.</summary>
    public required IReadOnlyList<BodyMark> Marks { get; init; }

    /// <summary>Marks that came after the person was lost.</summary>
    public required IReadOnlyList<BodyMark> LaterMarks { get; init; }

    public required IReadOnlyList<FamilyMember> Family { get; init; }

    public required Outfit Worn { get; init; }

    public required DateOnly LostAt { get; init; }

    public required County LostIn { get; init; }

    public required DateOnly FoundAt { get; init; }

    public required County FoundIn { get; init; }

    public int DaysAway => FoundAt.DayNumber - LostAt.DayNumber;

    public double AgeAt(DateOnly day) => (day.DayNumber - Born.DayNumber) / 365.2425;
}

/// <summary>What was worn and carried; null where there was nothing to say.</summary>
internal sealed record Outfit(string Upper, string Lower, string Shoes, string? Hat, string? Belonging);
