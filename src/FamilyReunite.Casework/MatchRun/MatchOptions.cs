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

    /// <summary>From so many persons on the postings may be laid out in memory once, instead of asking the index person by person.</summary>
    public int FieldFrom { get; init; } = 50;

    /// <summary>From so many changed reports on, laying the postings of persons out costs less than asking report by report.</summary>
    public int ChangesFrom { get; init; } = 500;

    /// <summary>Laying out costs by the report, asking by the person: one question costs about as much as laying out so many reports (reckoned from a night of a million: 9 s against 18 ms a person).</summary>
    public int ReportsPerQuestion { get; init; } = 2000;

    /// <summary>Persons per transaction of a big run: fewer, larger writes touch each page of the database's indexes less often.</summary>
    public int WaveChunkSize { get; init; } = 250;

    /// <summary>Persons whose reports are retrieved and scored before the first of them is written; what a kill can cost at most.</summary>
    public int WaveSize { get; init; } = 10_000;

    /// <summary>Parts that a night is cut into when several servers share it; more when a part would be above <see cref="WaveSize"/>.</summary>
    public int Shares { get; init; } = 16;

    /// <summary>A server that gives no sign of life for so long loses its part of a shared night to another.</summary>
    public TimeSpan ShareLife { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a server tells that it works on its part, and looks whether a part waits for somebody.</summary>
    public TimeSpan ShareBeat => ShareLife / 4;

    /// <summary>How many reports may be explained for a person, so that no one who could be kept is missed.</summary>
    /// <param name="rejected">Pairs of the person that somebody rejected; they may stand in the way of as many others.</param>
    public int Room(int rejected) => KeptPerPerson + rejected;
}
