using FamilyReunite.Casework;
using FamilyReunite.Casework.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace FamilyReunite.Jobs.Scheduling;

public static class SchedulingRegistration
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

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

    /// <summary>Quartz in a file of the data folder, or, when the database is shared, in that database as one cluster with the other servers.</summary>
    internal static IServiceCollection AddScheduler(this IServiceCollection services, DataFolder data)
    {
        Directory.CreateDirectory(data.Path);
        var shared = services.Registered().Connection;
        services.AddSingleton<SlotRunner>();
        services.AddTransient<SlotJob>();
        services.AddQuartz(q => q
            .ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.Always)
            .UsePersistentStore(store =>
            {
                if (shared is not null) UseCluster(store, shared);
                else store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = data.JobStore, DefaultTimeout = 30 }.ConnectionString);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            }));
        services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services.AddHostedService<CatchUp>();
    }

    /// <summary>Each firing goes to one server; one that gives no sign of life for <see cref="SignOfLife"/> and a little loses its firings to the others.</summary>
    private static void UseCluster(IPersistentStoreBuilder store, string connection)
    {
        store.UsePostgres(NpgsqlFactory.Instance, connection);
        store.UseClustering(c => c.CheckinInterval = SignOfLife);
    }
}
