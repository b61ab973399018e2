using FamilyReunite.Matching.Retrieval;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>How wide a match run looks and what it keeps.</summary>
public sealed record MatchOptions
{
    /// <summary>Reports retrieved per person, and persons per report; the pair model is calibrated for this depth.</summary>
    public int Retrieved { get; init; } = RetrievalDepth.Reports;

    /// <summary>Calibrated probability below which a pair is not kept: one in a thousand, several times the chance of any retrieved pair. The weakest stay on the person's page; the review queue begins higher.</summary>
    public double Floor { get; init; } = 0.001;

    /// <summary>Most undecided proposals per person.</summary>
    public int KeptPerPerson { get; init; } = 20;

    /// <summary>Persons per transaction.</summary>
    public int ChunkSize { get; init; } = 50;
}
