using FamilyReunite.Casework.Indexing;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Web.Frame;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Web.Tests.Frame;

public sealed class IndexLagTests : IAsyncLifetime, IDbContextFactory<ReuniteDb>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-lag-");
    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task Minutes_WaitingChange_IsSaidOnlyWhenItWaitsTooLong()
    {
        var lag = new IndexLag(new IndexStatusReader(new StandingIndex(), this), _clock);
        Assert.Null(await lag.MinutesAsync(default));
        await using (var db = CreateDbContext())
        {
            db.Outbox.Add(new OutboxEntry(RecordKind.Missing, Guid.CreateVersion7(Start), 1, Start));
            await db.SaveChangesAsync();
        }
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await lag.MinutesAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(3, await lag.MinutesAsync(default));
    }

    [Fact]
    public async Task Minutes_AskedOften_ReadsAtMostTwiceAMinute()
    {
        var index = new StandingIndex();
        var lag = new IndexLag(new IndexStatusReader(index, this), _clock);
        foreach (var seconds in new[] { 0, 10, 19, 1, 29 })
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            await lag.MinutesAsync(default);
        }
        Assert.Equal(2, index.Asked);
    }

    [Fact]
    public async Task Minutes_IndexHeldByAnotherProcess_SaysNothing() =>
        Assert.Null(await new IndexLag(new IndexStatusReader(new StandingIndex { Locked = true }, this), _clock).MinutesAsync(default));

    public async ValueTask InitializeAsync()
    {
        await using var db = CreateDbContext();
        await DatabaseStartup.PrepareAsync(db, default);
    }

    public ReuniteDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(_folder.FullName, "reunite.db"));
        return new ReuniteDb(options.Options);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An index that never takes a change in.</summary>
    private sealed class StandingIndex : IIndexSource, ICandidateIndex
    {
        public int Asked { get; private set; }

        public bool Locked { get; init; }

        public bool IsExclusive => true;

        public Outcome<ICandidateIndex> Open()
        {
            Asked++;
            if (Locked) return new Problem("index.locked");
            return this;
        }

        public Task<long> PositionAsync(CancellationToken ct) => Task.FromResult(0L);

        public Task ApplyAsync(IReadOnlyList<IndexChange> changes, long outboxPosition, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<IndexHit>> SearchAsync(CandidateQuery query, CancellationToken ct) => throw new NotSupportedException();

        public Task<long> CountAsync(RecordKind kind, CancellationToken ct) => throw new NotSupportedException();

        public IAsyncEnumerable<(Guid RecordId, RecordKind Kind, long Version)> ListAsync(CancellationToken ct) => throw new NotSupportedException();

        public Task<IIndexRebuild> BeginRebuildAsync(CancellationToken ct) => throw new NotSupportedException();
    }
}
