using System.Text;
using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Casework.Tests.Exchange;

/// <summary>An installation in a temporary folder with the real readers, and a folder of files beside it.</summary>
public sealed class Desk : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 14, 2, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-exchange-");
    private readonly ServiceProvider _services;

    private Desk()
    {
        Data = DataFolder.At(Path.Combine(_folder.FullName, "data"));
        Files = _folder.CreateSubdirectory("files").FullName;
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddReuniteCasework(Data).AddSingleton<IPairScorer>(new NameScorer()).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public DataFolder Data { get; }

    /// <summary>Where import files lie.</summary>
    public string Files { get; }

    public static async Task<Desk> OpenAsync()
    {
        var desk = new Desk();
        await using var db = desk.Db();
        await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
        return desk;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public IServiceScope Scope() => _services.CreateScope();

    public ReuniteDb Db() => Get<IDbContextFactory<ReuniteDb>>().CreateDbContext();

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public async Task<ImportResult> ImportAsync(string text, RecordKind kind = RecordKind.Stranded, Encoding? encoding = null, string? map = null)
    {
        var outcome = await Get<Importer>().RunAsync(new ImportRequest(Write("rows.txt", text, encoding), kind, Actor.System("test"), map), null, CancellationToken.None);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }

    public async Task<CaseRecord> RecordAsync(string sourceId)
    {
        await using var db = Db();
        return await db.Records.AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).SingleAsync(r => r.SourceId == sourceId);
    }

    public async Task<Fact> FactAsync(string sourceId, FactKind kind) => Assert.Single((await RecordAsync(sourceId)).Current(kind));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
