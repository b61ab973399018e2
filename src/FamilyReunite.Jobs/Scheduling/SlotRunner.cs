using FamilyReunite.Casework.Ledger;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Scheduling;

/// <summary>Runs the newest due slot of a job, unless the ledger says that it is done.</summary>
internal sealed class SlotRunner(IEnumerable<ScheduledJob> jobs, IServiceProvider services, JobLedger ledger, TimeProvider clock, ILogger<SlotRunner> log)
{
    private readonly Dictionary<string, ScheduledJob> _jobs = jobs.ToDictionary(j => j.Name, StringComparer.Ordinal);

    /// <summary>Times a job that cannot begin is asked, <see cref="JobLedger.Silence"/> apart.</summary>
    private const int Attempts = 5;

    public IReadOnlyCollection<string> Names => _jobs.Keys;

    /// <summary>Asks again while the job cannot begin, because another process is at it or holds what it needs.</summary>
    /// <param name="scheduledFor">When the scheduler meant to fire; it may be a moment early by our clock.</param>
    public async Task<JobStart> RunDueAsync(string name, DateTimeOffset? scheduledFor, CancellationToken ct)
    {
        var job = _jobs[name];
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var slot = Slots.Name(Slots.NewestDue(job.Schedule, scheduledFor is { } at && at > now ? at : now));
            if (await ledger.IsDoneAsync(name, slot, ct)) return JobStart.AlreadyDone;
            log.SlotBegins(name, slot);
            var start = await job.Find(services).RunAsync(slot, ct);
            log.SlotEnded(name, slot, start);
            if (start != JobStart.RunningElsewhere || attempt == Attempts) return start;
            await Task.Delay(JobLedger.Silence, clock, ct);
        }
    }
}
