using Quartz;

namespace FamilyReunite.Jobs.Scheduling;

/// <summary>What Quartz fires for every scheduled job; the job's key is its name.</summary>
[DisallowConcurrentExecution]
internal sealed class SlotJob(SlotRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunDueAsync(context.JobDetail.Key.Name, context.ScheduledFireTimeUtc, cancellationToken);
}
