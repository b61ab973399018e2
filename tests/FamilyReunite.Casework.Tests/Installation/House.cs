using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.MatchRun;
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
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Casework.Tests.Installation;

/// <summary>An installation in a temporary folder: real database and index, a simple reader and scorer. <see cref="Restart"/> is a new process on the same folder.</summary>
public sealed class House : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private readonly MatchOptions _options;
    private readonly Action<IServiceCollection>? _before;
    private ServiceProvider _services;

    private House(MatchOptions options, Action<IServiceCollection>? before)
    {
        (_options, _before) = (options, before);
        _services = Build();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public NameReader Reader { get; } = new();

    public NameScorer Scorer { get; } = new();

    public Organisation Station { get; } = new(Guid.CreateVersion7(Start), OrganisationKind.Station, "测试救助管理站", "4403", null);

    public Organisation OtherStation { get; } = new(Guid.CreateVersion7(Start), OrganisationKind.Station, "邻市救助管理站", "4419", null);

    public DataFolder Data => DataFolder.At(_folder.FullName);

    public Caller Staff => new(NewId(), "王站员", Role.StationStaff, Station.Id, OrganisationKind.Station, "4403", "Asia/Shanghai", null);

    public Caller OtherStaff => Staff with { OrganisationId = OtherStation.Id, District = "4419" };

    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<House> OpenAsync(MatchOptions? options = null, Action<IServiceCollection>? before = null)
    {
        var house = new House(options ?? new MatchOptions(), before);
        await using var db = house.Db();
        await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
        db.Organisations.AddRange(house.Station, house.OtherStation);
        await db.SaveChangesAsync();
        return house;
    }

    public void Restart()
    {
        _services.Dispose();
        _services = Build();
    }

    public ReuniteDb Db() => Get<IDbContextFactory<ReuniteDb>>().CreateDbContext();

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    public Task<Guid> PersonAsync(string name, Action<StrandedPerson>? also = null, Organisation? station = null) => AddAsync(new StrandedPerson(NewId(), (station ?? Station).Id, (station ?? Station).District, Clock.GetUtcNow()), name, also);

    public Task<Guid> ReportAsync(string name, Action<MissingReport>? also = null) => AddAsync(new MissingReport(NewId(), Station.Id, "4403", Clock.GetUtcNow()), name, also);

    public Task<Guid> ContactAsync(string name, Action<FieldContact>? also = null) => AddAsync(new FieldContact(NewId(), Station.Id, "4403", Clock.GetUtcNow()), name, also);

    public Fact Fact(FactKind kind, string asHeard, string? understood = null) => new(NewId(), kind, asHeard, understood, FactSource.Observed, null, null, Clock.GetUtcNow());

    public async Task ChangeAsync<T>(Guid id, Action<T> change) where T : CaseRecord
    {
        await using var db = Db();
        var record = await db.Set<T>().Include(r => r.Facts).SingleAsync(r => r.Id == id);
        change(record);
        Assert.Equal(WriteResult.Saved, await Writer(db).SaveAsync(Note("record.changed", id), default, record));
    }

    public async Task DecideAsync(Guid person, Guid report, DecisionAction action, Organisation by)
    {
        await using var db = Db();
        var match = await db.CandidateMatches.Include(m => m.Decisions).SingleAsync(m => m.PersonId == person && m.ReportId == report);
        Assert.True(match.Decide(new Decision(NewId(), action, NewId(), by.Id, Clock.GetUtcNow(), "看过照片与家属核对过的理由", action == DecisionAction.Reject ? RejectionReason.DifferentPerson : null)).Succeeded);
        Assert.Equal(WriteResult.Saved, await Writer(db).SaveAsync(Note("review.decided", match.Id), default));
    }

    public async Task<List<CandidateMatch>> MatchesAsync()
    {
        await using var db = Db();
        return await db.CandidateMatches.AsNoTracking().ToListAsync();
    }

    public async Task<List<JobRun>> RunsAsync()
    {
        await using var db = Db();
        return await db.JobRuns.AsNoTracking().OrderBy(r => r.StartedAt).ToListAsync();
    }

    public async Task<MatchRunResult> NightAsync(string slot)
    {
        var result = await Get<MatchRunner>().RunAsync(slot, all: true, null, default);
        Assert.Empty(result.Problems);
        return result.Value!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<Guid> AddAsync<T>(T record, string name, Action<T>? also) where T : CaseRecord
    {
        if (name.Length > 0) record.Add(Fact(FactKind.Name, name));
        also?.Invoke(record);
        await using var db = Db();
        db.Add(record);
        Assert.Equal(WriteResult.Saved, await Writer(db).SaveAsync(Note("record.created", record.Id), default, record));
        return record.Id;
    }

    private ChangeWriter Writer(ReuniteDb db) => new(db, Clock, Get<OutboxSignal>());

    private ChangeNote Note(string action, Guid subject) => new(NewId(), Actor.System("test"), action, "record", subject);

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        _before?.Invoke(services);
        return services
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IScorerSource>(Scorer)
            .AddSingleton(_options)
            .AddReuniteCasework(Data)
            .AddSingleton<IClueReader>(Reader)
            .BuildServiceProvider(validateScopes: true);
    }
}
