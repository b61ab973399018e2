using FamilyReunite.Casework.MatchRun;

namespace FamilyReunite.Cli.Bench;

/// <summary>What one size came to. Seconds are of the clock on the wall, all processors at work.</summary>
/// <param name="FillSeconds">Inventing and inserting; null when the data was there already, like the next one.</param>
/// <param name="IndexSeconds">Reading every record, its tokens and the index.</param>
/// <param name="NightProcessorSeconds">Of all processors together; does not grow when others use the machine too.</param>
/// <param name="Proposed">Pairs stored by the whole night.</param>
/// <param name="NightPeakMb">Largest resident memory during the whole night.</param>
/// <param name="ChangedFeedSeconds">Taking the changed records into the index, which a running server does when they are saved.</param>
internal sealed record BenchFigures(int Persons, int Reports, double? FillSeconds, double? IndexSeconds, double NightSeconds, double NightProcessorSeconds, RunStages? Stages, long Pairs, int Proposed, double NightPeakMb,
    int Changed, double ChangedFeedSeconds, double ChangedNightSeconds, RunStages? ChangedStages, long ChangedPairs, double ChangedPeakMb, double TopMedianMs, double TopP95Ms)
{
    public double PairsPerSecond => NightSeconds > 0 ? Pairs / NightSeconds : 0;
}
