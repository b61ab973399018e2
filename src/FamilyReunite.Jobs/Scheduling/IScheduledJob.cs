using FamilyReunite.Casework.Ledger;

namespace FamilyReunite.Jobs.Scheduling;

/// <summary>The work of a slot. It keeps its own row in the <see cref="JobLedger"/> under the name it is registered with, so that asking twice does it once.</summary>
public interface IScheduledJob
{
    /// <param name="slot">The local date the run is for ("2026-11-24").</param>
    /// <returns><see cref="JobStart.RunningElsewhere"/> when it could not begin now and should be asked again in a while.</returns>
    Task<JobStart> RunAsync(string slot, CancellationToken ct);
}

/// <param name="Name">Name in the ledger and in the scheduler.</param>
/// <param name="Find">Gives the job itself.</param>
public sealed record ScheduledJob(string Name, DailySchedule Schedule, Func<IServiceProvider, IScheduledJob> Find);
