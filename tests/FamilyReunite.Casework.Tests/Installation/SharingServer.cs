using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Tests.Installation;

/// <summary>One of several servers on one PostgreSQL, with a folder and an index of its own, a simple reader and scorer.</summary>
public sealed class SharingServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private readonly ServiceProvider _services;

    public SharingServer(string connection, MatchOptions options, TimeProvider? clock = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Engine"] = "postgres", ["Database:Connection"] = connection }).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<IScorerSource>(Scorer)
            .AddSingleton(options)
            .AddDatabase(settings)
            .AddReuniteCasework(DataFolder.At(_folder.FullName))
            .AddSingleton<IClueReader>(new NameReader())
            .ConfigureDbContext<ReuniteDb>(o => o.AddInterceptors(Power))
            .BuildServiceProvider(validateScopes: true);
    }

    public NameScorer Scorer { get; } = new();

    public PowerCut Power { get; } = new();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ReuniteDb Db() => Get<IDbContextFactory<ReuniteDb>>().CreateDbContext();

    /// <summary>Takes part as soon as a part of a night waits for somebody.</summary>
    public async Task<Exception?> HelpAsync(CancellationToken ct)
    {
        try
        {
            for (; ; await Task.Delay(20, ct))
            {
                var helped = await Get<MatchRunner>().HelpAsync(ct);
                Assert.Empty(helped.Problems);
                if (helped.Value) return null;
            }
        }
        catch (Exception e) when (Power.IsCut || ct.IsCancellationRequested)
        {
            return e;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
