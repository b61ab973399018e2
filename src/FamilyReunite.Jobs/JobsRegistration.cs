using FamilyReunite.Casework;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Jobs.Faces;
using FamilyReunite.Jobs.Pictures;
using FamilyReunite.Jobs.Homes;
using FamilyReunite.Jobs.Indexing;
using FamilyReunite.Jobs.Learning;
using FamilyReunite.Jobs.NightlyMatch;
using FamilyReunite.Jobs.Scheduling;
using FamilyReunite.Jobs.TripLog;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Jobs;

public static class JobsRegistration
{
    /// <summary>Registers what runs by itself in a server: the follower of the outbox, the scheduler and its jobs. Needs <see cref="CaseworkRegistration.AddReuniteCasework"/>, and the database prepared before the host starts.</summary>
    public static IServiceCollection AddReuniteJobs(this IServiceCollection services, DataFolder data) => services
        .AddHostedService<OutboxFollower>()
        .AddHostedService<NightCompanion>()
        .AddScheduler(data)
        .AddScheduledJob<NightlyMatchJob>(MatchRunner.NightJob, NightlyMatchJob.Schedule)
        .AddScheduledJob<IndexReconcileJob>(IndexReconcileJob.Name, IndexReconcileJob.Schedule)
        .AddScheduledJob<ChallengerJob>(ChallengerJob.Name, ChallengerJob.Schedule)
        .AddScheduledJob<FaceReadingJob>(FaceReadingJob.Name, FaceReadingJob.Schedule)
        .AddHostedService<FaceFollower>()
        .AddHostedService<DeletedPictureFollower>()
        .AddSingleton<TripLogWriter>()
        .AddHostedService<CheckInWatch>()
        .AddHostedService<AddedElsewhere>()
        .AddScheduledJob<TripLogJob>(TripLogJob.Name, TripLogJob.Schedule);
}
