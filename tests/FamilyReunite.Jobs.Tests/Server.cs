using FamilyReunite.Casework;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Jobs.Tests;

/// <summary>A server without pages on a temporary folder, with its jobs; stopped and started as one process after another.</summary>
public sealed class Server : IAsyncDisposable
{
    /// <summary>10:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private readonly Organisation _station = new(Guid.CreateVersion7(Morning), OrganisationKind.Station, "测试救助管理站", "4403", null);
    private IHost? _host;
    private bool _started;

    public FakeTimeProvider Clock { get; } = new(Morning);

    public NameScorer Scorer { get; } = new();

    public Action<IServiceCollection> Also { get; set; } = _ => { };

    public string JobStore => DataFolder.At(_folder.FullName).JobStore;

    public IServiceProvider Services => _host!.Services;

    public async Task StartAsync()
    {
        // a host reads no settings and no command line here
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var data = DataFolder.At(_folder.FullName);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IScorerSource>(Scorer).AddReuniteCasework(data).AddSingleton<IClueReader, NameReader>().AddReuniteJobs(data);
        Also(builder.Services);
        _host = builder.Build();
        await using (var db = Db())
        {
            await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
            if (!await db.Organisations.AnyAsync())
            {
                db.Organisations.Add(_station);
                await db.SaveChangesAsync();
            }
        }
        await _host.StartAsync();
        _started = true;
    }

    public async Task StopAsync()
    {
        if (_host is not { } host) return;
        _host = null;
        if (_started) await host.StopAsync();
        _started = false;
        host.Dispose();
    }

    public ReuniteDb Db() => Services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContext();

    public async Task<Guid> SaveAsync(Func<Guid, Organisation, CaseRecord> make, string name)
    {
        await using var db = Db();
        var record = make(NewId(), _station);
        record.Add(new Fact(NewId(), FactKind.Name, name, null, FactSource.Observed, null, null, Clock.GetUtcNow()));
        db.Add(record);
        await new ChangeWriter(db, Clock, Services.GetRequiredService<OutboxSignal>()).SaveAsync(new ChangeNote(NewId(), Actor.System("test"), "record.created", "record", record.Id), default, record);
        return record.Id;
    }

    public Task<Guid> PersonAsync(string name) => SaveAsync((id, s) => new StrandedPerson(id, s.Id, s.District, Clock.GetUtcNow()), name);

    public Task<Guid> ReportAsync(string name) => SaveAsync((id, s) => new MissingReport(id, s.Id, s.District, Clock.GetUtcNow()), name);

    public async Task<List<JobRun>> RunsAsync(string job = MatchRunner.NightJob)
    {
        await using var db = Db();
        return await db.JobRuns.AsNoTracking().Where(r => r.Job == job).OrderBy(r => r.Slot).ToListAsync();
    }

    public async Task<List<CandidateMatch>> MatchesAsync()
    {
        await using var db = Db();
        return await db.CandidateMatches.AsNoTracking().ToListAsync();
    }

    /// <summary>Looks until it holds; fails after thirty seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await holds()) return;
            await Task.Delay(50);
        }
        Assert.Fail($"In thirty seconds it did not come about that {what}.");
    }

    public Task UntilDoneAsync(string slot, string job = MatchRunner.NightJob) => UntilAsync(async () => (await RunsAsync(job)).Exists(r => r.Slot == slot && r.State == JobState.Done), $"slot {slot} is done");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());
}
