using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Jobs.Scheduling;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.NightlyMatch;

/// <summary>Compares every open stranded person once a night.</summary>
public sealed class NightlyMatchJob(MatchRunner runner, ILogger<NightlyMatchJob> log) : IScheduledJob
{
    public static readonly DailySchedule Schedule = new(new TimeOnly(2, 30), "Asia/Shanghai");

    /// <summary>How long a night waits for a run on demand; after it the slot is put off.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public async Task<JobStart> RunAsync(string slot, CancellationToken ct)
    {
        var result = await runner.RunAsync(slot, all: true, null, ct, new MatchWait(LongestWait, _ => log.SlotWaits(MatchRunner.NightJob, slot)));
        if (result.Succeeded) return result.Value!.Start;
        log.SlotPutOff(MatchRunner.NightJob, slot, result.Problems[0].Code);
        return JobStart.RunningElsewhere;
    }
}
