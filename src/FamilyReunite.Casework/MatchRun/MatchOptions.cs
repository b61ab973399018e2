using FamilyReunite.Matching.Retrieval;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>How wide a match run looks and what it keeps.</summary>
public sealed record MatchOptions
{
    /// <summary>Reports retrieved per person, and persons per report; the pair model is calibrated for this depth.</summary>
    public int Retrieved { get; init; } = RetrievalDepth.Reports;

    /// <summary>Calibrated probability below which a pair is not worth a reviewer's look: one in a hundred.</summary>
    public double Floor { get; init; } = 0.01;

    /// <summary>Most undecided proposals per person.</summary>
    public int KeptPerPerson { get; init; } = 20;

    /// <summary>Persons per transaction.</summary>
    public int ChunkSize { get; init; } = 50;
}
