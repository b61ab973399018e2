using FamilyReunite.Casework;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Jobs.Indexing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Jobs.Tests.Indexing;

/// <summary>Two servers of one database follow its outbox: each fills its own index, one compares.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class LeadershipTests(TestServer postgres) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private readonly FakeTimeProvider _clock = new(Server.Morning);
    private readonly Organisation _station = new(Guid.CreateVersion7(Server.Morning), OrganisationKind.Station, "测试救助管理站", "4403", null);
    private readonly List<IHost> _hosts = [];
    private string _connection = "";

    [Fact]
    public async Task Follow_LeaderKilled_AnotherComparesFromThereOn()
    {
        var (first, second) = (new NameScorer(), new NameScorer());
        var power = new PowerCut();
        var (one, two) = (Build("a", first, power), Build("b", second, new PowerCut()));
        await one.StartAsync();
        await SaveAsync(two, "张秀英");
        await UntilMatchesAsync(two, 1);
        await two.StartAsync();
        await SaveAsync(two, "李建国");
        await UntilMatchesAsync(two, 2);
        Assert.NotEmpty(first.Scored);
        Assert.Empty(second.Scored);

        power.Cut();
        await SaveAsync(two, "王桂兰");
        await UntilMatchesAsync(two, 3);
        Assert.NotEmpty(second.Scored);
        Assert.Equal(0, (await two.Services.GetRequiredService<IndexStatusReader>().ReadAsync(default)).Value!.Behind);
    }

    [Fact]
    public async Task Stop_Leader_LetsAnotherLeadAtOnce()
    {
        var (one, two) = (Build("a", new NameScorer(), new PowerCut()), Build("b", new NameScorer(), new PowerCut()));
        await one.StartAsync();
        await Server.UntilAsync(async () => !await two.Services.GetRequiredService<OutboxLeader>().LeadsAsync(default), "the first server leads");
        await one.StopAsync();
        Assert.True(await two.Services.GetRequiredService<OutboxLeader>().LeadsAsync(default));
    }

    public async ValueTask InitializeAsync() => _connection = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
        if (_connection.Length > 0) await postgres.DropDatabaseAsync(_connection);
        _folder.Delete(recursive: true);
    }

    private IHost Build(string name, NameScorer scorer, PowerCut power)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Engine"] = "postgres", ["Database:Connection"] = _connection }).Build();
        builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton<IScorerSource>(scorer).AddDatabase(settings).AddReuniteCasework(DataFolder.At(Path.Combine(_folder.FullName, name)))
            .AddSingleton<IClueReader>(new NameReader()).ConfigureDbContext<ReuniteDb>(o => o.AddInterceptors(power)).AddHostedService<OutboxFollower>();
        _hosts.Add(builder.Build());
        using var db = Db(_hosts[^1]);
        DatabaseOpening.PrepareAsync(db, default).GetAwaiter().GetResult();
        if (!db.Organisations.Any())
        {
            db.Organisations.Add(_station);
            db.SaveChanges();
        }
        return _hosts[^1];
    }

    private static ReuniteDb Db(IHost host) => host.Services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContext();

    private Task UntilMatchesAsync(IHost host, int count) => Server.UntilAsync(async () =>
    {
        // the follower looks for what other servers wrote every few seconds of its clock
        _clock.Advance(OutboxFollower.Poll);
        await using var db = Db(host);
        return await db.CandidateMatches.CountAsync() >= count;
    }, $"{count} pairs are proposed");

    /// <summary>A person and a report that fits.</summary>
    private async Task SaveAsync(IHost host, string name)
    {
        await using var db = Db(host);
        var now = _clock.GetUtcNow();
        CaseRecord[] records = [new StrandedPerson(Guid.CreateVersion7(now), _station.Id, "4403", now), new MissingReport(Guid.CreateVersion7(now), _station.Id, "4403", now)];
        foreach (var r in records) r.Add(new Fact(Guid.CreateVersion7(now), FactKind.Name, name, null, FactSource.Observed, null, null, now));
        db.AddRange(records);
        Assert.Equal(WriteResult.Saved, await new ChangeWriter(db, _clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(now), Actor.System("test"), "record.created", "record", null), default, records));
    }
}
