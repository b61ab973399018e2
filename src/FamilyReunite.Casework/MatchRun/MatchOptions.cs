namespace FamilyReunite.Casework.MatchRun;

/// <summary>How wide a match run looks and what it keeps.</summary>
public sealed record MatchOptions
{
    /// <summary>Reports retrieved per person, and persons per report. Of 120 simulated pairs among 3,200 reports, 100 brought 91 above the floor and 300 brought 96.</summary>
    public int Retrieved { get; init; } = 300;

    /// <summary>Calibrated probability below which a pair is not worth a reviewer's look: one in a hundred.</summary>
    public double Floor { get; init; } = 0.01;

    /// <summary>Most undecided proposals per person.</summary>
    public int KeptPerPerson { get; init; } = 20;

    /// <summary>Persons per transaction.</summary>
    public int ChunkSize { get; init; } = 50;
}
