using FamilyReunite.Casework;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FamilyReunite.Jobs.Scheduling;

public static class SchedulingRegistration
{
    /// <summary>Adds a job to the scheduler and to the catch-up at start.</summary>
    /// <param name="name">Stable name in ledger and scheduler.</param>
    public static IServiceCollection AddScheduledJob<T>(this IServiceCollection services, string name, DailySchedule schedule) where T : class, IScheduledJob
    {
        services.AddSingleton<T>();
        services.AddSingleton(new ScheduledJob(name, schedule, p => p.GetRequiredService<T>()));
        return services.AddQuartz(q => q.ScheduleJob<SlotJob>(
            t => t.WithIdentity(name).WithCronSchedule(schedule.Cron, c => c.InTimeZone(schedule.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            j => j.WithIdentity(name)));
    }

    internal static IServiceCollection AddScheduler(this IServiceCollection services, DataFolder data)
    {
        Directory.CreateDirectory(data.Path);
        var file = new SqliteConnectionStringBuilder { DataSource = data.JobStore, DefaultTimeout = 30 }.ConnectionString;
        services.AddSingleton<SlotRunner>();
        services.AddTransient<SlotJob>();
        services.AddQuartz(q => q
            .ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.Always)
            .UsePersistentStore(store =>
            {
                store.UseSqlite(SqliteFactory.Instance, file);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            }));
        services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services.AddHostedService<CatchUp>();
    }
}
