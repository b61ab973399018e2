using FamilyReunite.Casework;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Jobs.Homes;
using FamilyReunite.Jobs.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace FamilyReunite.Jobs.Tests.Scheduling;

/// <summary>Two servers of one database, each with its own data folder and the clock of the machine.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class ClusterTests(TestServer postgres) : IAsyncLifetime
{
    private const string Zone = "Asia/Shanghai";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private readonly Counted _counted = new();
    private readonly List<IHost> _hosts = [];
    private ITimer? _ticking;
    private string _connection = "";

    [Fact]
    public async Task Start_TwoServersOnAnEmptyDatabase_MakeItsTablesOnce()
    {
        await StartTwoAsync(Soon(3600));
        await using var db = Db();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM qrtz_triggers").SingleAsync());
        await Server.UntilAsync(async () => await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM qrtz_scheduler_state").SingleAsync() == 2, "both have given a sign of life");
    }

    [Fact]
    public async Task Start_SlotThatWasMissed_IsMadeUpByOneOfTwoServers()
    {
        await StartTwoAsync(Soon(3600));
        await Server.UntilAsync(async () => (await RunsAsync()).Exists(r => r.State == JobState.Done), "the slot is made up");
        Assert.Equal(0, Assert.Single(await RunsAsync()).Resumes);
        Assert.Equal(1, _counted.Runs);
    }

    [Fact]
    public async Task Night_FallsDueOnTwoServers_RunsOnce()
    {
        await StartTwoAsync(Soon(8));
        await Server.UntilAsync(async () => (await RunsAsync()).Count(r => r.State == JobState.Done) == 2, "yesterday's slot and today's are done");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        Assert.Equal(2, (await RunsAsync()).Count);
        Assert.Equal(2, _counted.Runs);
    }

    [Fact]
    public async Task Slot_LeftUndoneByItsServer_IsTakenUpBeforeTheNextNight()
    {
        var clock = new FakeTimeProvider(Server.Morning);
        // schedulers that start or stop at once wait for each other's row by this clock
        _ticking = TimeProvider.System.CreateTimer(_ => clock.Advance(TimeSpan.FromSeconds(1)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
        _counted.Fails = true;
        await StartTwoAsync(new DailySchedule(new TimeOnly(2, 30), Zone), clock);
        await Server.UntilAsync(async () => (await RunsAsync()).Exists(r => r.State == JobState.Failed), "the slot of this morning was tried");
        _counted.Fails = false;
        await Server.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            return (await RunsAsync()).Exists(r => r.State == JobState.Done);
        }, "the slot is taken up");
        Assert.True(clock.GetUtcNow() < Server.Morning.AddHours(8));
        Assert.Equal("2026-11-24", Assert.Single(await RunsAsync()).Slot);
    }

    [Fact]
    public async Task AddedPlace_AtOneServer_IsKnownAtTheOther()
    {
        await StartTwoAsync(Soon(3600));
        await using (var db = Db())
        {
            var now = TimeProvider.System.GetUtcNow();
            var station = new Organisation(Guid.CreateVersion7(now), OrganisationKind.Station, "甲州救助管理站", "44", null);
            db.AddRange(station, new AddedPlace(Guid.CreateVersion7(now), station.Id, AddedPlaceKind.NaturalVillage, "豆腐坳", null, "520526", null, Guid.CreateVersion7(now), now));
            await db.SaveChangesAsync();
        }
        await Server.UntilAsync(() => Task.FromResult(_hosts[1].Services.GetRequiredService<AddedPlaceBook>().Current.Any(p => p.Name == "豆腐坳")), "the second server knows the place");
    }

    public async ValueTask InitializeAsync() => _connection = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
        if (_ticking is not null) await _ticking.DisposeAsync();
        if (_connection.Length > 0) await postgres.DropDatabaseAsync(_connection);
        _folder.Delete(recursive: true);
    }

    /// <summary>Due in so many seconds, to the second.</summary>
    private static DailySchedule Soon(int seconds)
    {
        var at = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddSeconds(seconds), TimeZoneInfo.FindSystemTimeZoneById(Zone));
        return new DailySchedule(new TimeOnly(at.Hour, at.Minute, at.Second), Zone);
    }

    private async Task StartTwoAsync(DailySchedule schedule, TimeProvider? clock = null)
    {
        _hosts.AddRange([Build("a", schedule, clock), Build("b", schedule, clock)]);
        await Task.WhenAll(_hosts.Select(async host =>
        {
            await using (var db = await host.Services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync()) await DatabaseOpening.PrepareAsync(db, default);
            await host.StartAsync();
        }));
    }

    private IHost Build(string name, DailySchedule schedule, TimeProvider? clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var data = DataFolder.At(Path.Combine(_folder.FullName, name));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Engine"] = "postgres", ["Database:Connection"] = _connection }).Build();
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton(_counted).AddDatabase(settings).AddReuniteCasework(data).AddScheduler(data).AddHostedService<AddedElsewhere>().AddScheduledJob<CountedJob>(CountedJob.Name, schedule);
        return builder.Build();
    }

    private ReuniteDb Db() => _hosts[0].Services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContext();

    private async Task<List<JobRun>> RunsAsync()
    {
        await using var db = Db();
        return await db.JobRuns.AsNoTracking().Where(r => r.Job == CountedJob.Name).ToListAsync();
    }

    private sealed class Counted
    {
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public bool Fails { get; set; }

        public void Add() => Interlocked.Increment(ref _runs);
    }

    private sealed class CountedJob(JobLedger ledger, Counted counted) : IScheduledJob
    {
        public const string Name = "counted";

        public async Task<JobStart> RunAsync(string slot, CancellationToken ct)
        {
            var ticket = await ledger.BeginAsync(Name, slot, ct);
            if (!ticket.MayRun) return ticket.Start;
            counted.Add();
            if (counted.Fails)
            {
                var cause = new InvalidOperationException("The job of the test fails.");
                await ledger.FailAsync(ticket, cause, ct);
                throw cause;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(300), ct);
            await ledger.FinishAsync(ticket, slot, ct);
            return ticket.Start;
        }
    }
}
