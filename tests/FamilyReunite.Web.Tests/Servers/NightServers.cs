using FamilyReunite.Casework.Database;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Tests.Startup;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Tests.Servers;

/// <summary>Server processes on one PostgreSQL database full of people whose night is due. Nobody but the night compares: the outbox is led by a server that is not there.</summary>
internal sealed class NightServers(TestServer postgres) : IAsyncDisposable
{
    public const int People = 96;

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly string[] Surnames = ["张", "李", "王", "刘"];
    private static readonly string[] Given = ["秀英", "建国", "桂兰", "德华", "玉珍", "铁柱", "阿妹", "小军"];
    private readonly DirectoryInfo _shared = Directory.CreateTempSubdirectory("reunite-shared-");
    private readonly List<ServerProcess> _processes = [];

    public string Connection { get; private set; } = "";

    /// <summary>Every time the same people under the same ids, and a night that goes through the <see cref="Gate"/>.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        // a server that stands before the gate must not give up
        Connection = await postgres.CreateDatabaseAsync() + ";Command Timeout=180";
        await using var db = Db();
        await DatabaseOpening.PrepareAsync(db, ct);
        var station = new Organisation(Id(0), OrganisationKind.Station, "测试救助管理站", "4403", null);
        db.Organisations.Add(station);
        db.WorkLeases.Add(new WorkLease("outbox", Id(1), TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1)));
        await db.SaveChangesAsync(ct);
        var records = Enumerable.Range(0, People).SelectMany(i => (CaseRecord[])[Person(i, station.Id), Report(i, station.Id)]).ToList();
        db.AddRange(records);
        Assert.Equal(WriteResult.Saved, await new ChangeWriter(db, TimeProvider.System).SaveAsync(new ChangeNote(Id(2), Actor.System("test"), "record.created", "record", null), ct, records));
        await db.Database.ExecuteSqlRawAsync(Gate.Making, ct);
    }

    /// <summary>A server that begins or joins the night by itself. One that is silent for five seconds loses its share.</summary>
    public ServerProcess Serve()
    {
        var server = new ServerProcess("en_US.UTF-8", ["--Database:Engine", "postgres", "--Database:Connection", Connection, "--Database:LeaseSeconds", "5", "--Folders:Keys", Path.Combine(_shared.FullName, "keys"), "--Folders:Blobs", Path.Combine(_shared.FullName, "blobs")]);
        _processes.Add(server);
        return server;
    }

    public ReuniteDb Db()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, Connection);
        return new ReuniteDb(options.Options);
    }

    public async Task UntilAsync(Func<ReuniteDb, Task<bool>> holds, string what, CancellationToken ct)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(3);
        for (; ; await Task.Delay(50, ct))
        {
            await using var db = Db();
            if (await holds(db)) return;
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"Waited too long until {what}. The servers said: {string.Join("\n---\n", _processes.Select(p => p.Said))}");
        }
    }

    /// <summary>Everything that was proposed, to the last digit.</summary>
    public async Task<List<string>> OutcomeAsync(CancellationToken ct)
    {
        await using var db = Db();
        return [.. (await db.CandidateMatches.AsNoTracking().ToListAsync(ct)).Select(m => FormattableString.Invariant($"{m.PersonId} {m.ReportId} {m.State} {m.Score:R} {m.Probability:R} {m.Version} {m.EvidenceJson}")).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) process.Dispose();
        if (Connection.Length > 0) await postgres.DropDatabaseAsync(Connection);
        _shared.Delete(recursive: true);
    }

    private static StrandedPerson Person(int i, Guid station)
    {
        var person = new StrandedPerson(Id(10 + 6 * i), station, "4403", Start);
        person.Add(new Fact(Id(11 + 6 * i), FactKind.Name, Surnames[i % 4] + Given[i / 4 % 8], null, FactSource.SaidByPerson, null, null, Start));
        person.Add(new Fact(Id(12 + 6 * i), FactKind.Height, Height(i), null, FactSource.Observed, null, null, Start));
        return person;
    }

    private static MissingReport Report(int i, Guid station)
    {
        var report = new MissingReport(Id(13 + 6 * i), station, "4403", Start);
        report.Add(new Fact(Id(14 + 6 * i), FactKind.Name, Surnames[i % 4] + Given[i / 2 % 8], null, FactSource.SaidByFamily, null, null, Start));
        report.Add(new Fact(Id(15 + 6 * i), FactKind.Height, Height(i + 1), null, FactSource.SaidByFamily, null, null, Start));
        return report;
    }

    private static string Height(int i) => FormattableString.Invariant($"{150 + i % 30}");

    private static Guid Id(int n) => new($"01939f00-0000-7000-8000-{n:x12}");
}
