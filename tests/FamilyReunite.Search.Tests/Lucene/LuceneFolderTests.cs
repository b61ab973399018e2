using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Lucene;
using Microsoft.Extensions.Logging.Abstractions;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Lucene;

public sealed class LuceneFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-index-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Open_Again_KeepsRecordsAndPosition()
    {
        using (var index = Open()) await index.ApplyAsync([Put(Doc(1, 4, ("n:a", 1)))], 42, default);
        using var again = Open();
        Assert.Equal(42, await again.PositionAsync(default));
        Assert.Equal(1, await again.CountAsync(RecordKind.Missing, default));
        await again.ApplyAsync([Put(Doc(1, 3, ("n:b", 1)))], 43, default);
        Assert.Single(await again.SearchAsync(Ask(5, ("n:a", 1)), default));
    }

    [Fact]
    public async Task Open_AfterDelete_StillKnowsTheTombstone()
    {
        using (var index = Open())
        {
            await index.ApplyAsync([Put(Doc(1, 4, ("n:a", 1)))], 1, default);
            await index.ApplyAsync([Delete(1)], 2, default);
        }
        using var again = Open();
        await again.ApplyAsync([Put(Doc(1, 4, ("n:a", 1)))], 3, default);
        Assert.Equal(0, await again.CountAsync(RecordKind.Missing, default));
    }

    [Fact]
    public async Task Purge_PersonDeleted_LeavesNoTokenInAnyFile()
    {
        using var index = Open();
        await index.ApplyAsync([Put(Doc(1, 4, ("n:vanishing", 1))), Put(Doc(2, 1, ("n:keeping", 1)))], 1, default);
        await index.ApplyAsync([Delete(1)], 2, default);
        Assert.True(Holds("vanishing"));
        await index.PurgeAsync(default);
        Assert.False(Holds("vanishing"));
        Assert.True(Holds("keeping"));
        Assert.Equal(2, await index.PositionAsync(default));
        await index.ApplyAsync([Put(Doc(1, 4, ("n:vanishing", 1)))], 3, default);
        Assert.Equal(1, await index.CountAsync(RecordKind.Missing, default));

        bool Holds(string token) => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Length > 0).Any(f =>
        {
            using var file = new FileStream(f.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[f.Length];
            file.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)) >= 0;
        });
    }

    [Fact]
    public async Task Feed_IndexBehindTheBatch_IsLeftAlone()
    {
        using var index = Open();
        await index.FeedAsync([Put(Doc(1, 1, ("n:a", 1)))], 5, 9, default);
        Assert.Equal((0, 0), (await index.PositionAsync(default), await index.CountAsync(RecordKind.Missing, default)));
    }

    [Fact]
    public void Open_WhileOpen_SaysThatItIsLocked()
    {
        using var index = Open();
        Assert.Throws<IndexLockedException>(Open);
    }

    [Fact]
    public async Task Open_AfterCrashInRebuild_IgnoresAndRemovesTheHalfBuilt()
    {
        using (var index = Open()) await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 5, default);
        var half = _folder.CreateSubdirectory("g-0000000099");
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "_0.fdt"), "half");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "current.new"), "g-00000");
        using var again = Open();
        Assert.Equal(5, await again.PositionAsync(default));
        Assert.False(Directory.Exists(half.FullName));
    }

    [Fact]
    public async Task Open_DamagedIndex_StartsEmptyAtPositionZero()
    {
        using (var index = Open()) await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 5, default);
        foreach (var file in _folder.EnumerateFiles("segments*", SearchOption.AllDirectories))
            await File.WriteAllBytesAsync(file.FullName, [1, 2, 3]);
        using var again = Open();
        Assert.Equal(0, await again.PositionAsync(default));
        await again.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 5, default);
        Assert.Single(await again.SearchAsync(Ask(5, ("n:a", 1)), default));
    }

    [Fact]
    public async Task Swap_WithAReaderStillOpen_RemovesTheOldFolderWhenItCloses()
    {
        using var index = Open();
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1))), Put(Doc(2, 1, ("n:a", 1)))], 1, default);
        var old = _folder.EnumerateDirectories("g-*").Single().FullName;
        var reading = index.ListAsync(default).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        await using (var rebuild = await index.BeginRebuildAsync(default))
        {
            await rebuild.AddAsync([Doc(3, 1, ("n:a", 1))], default);
            await rebuild.SwapAsync(2, default);
        }
        Assert.True(Directory.Exists(old));
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(Id(2), reading.Current.RecordId);
        await reading.DisposeAsync();
        Assert.False(Directory.Exists(old));
        Assert.Equal(Id(3), Assert.Single(await index.SearchAsync(Ask(5, ("n:a", 1)), default)).RecordId);
    }

    [Fact]
    public async Task Rebuild_WhileOneRuns_IsRefused()
    {
        using var index = Open();
        await using var first = await index.BeginRebuildAsync(default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => index.BeginRebuildAsync(default));
    }

    [Fact]
    public async Task Search_WhileWritingAndSwapping_NeverFails()
    {
        using var index = Open();
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, default);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) Assert.NotEmpty(await index.SearchAsync(Ask(5, ("n:a", 1)), default));
        })).ToArray();
        for (var i = 2; i < 40; i++)
        {
            await index.ApplyAsync([Put(Doc(i, 1, ("n:a", 1)))], i, default);
            if (i % 10 != 0) continue;
            await using var rebuild = await index.BeginRebuildAsync(default);
            await rebuild.AddAsync([Doc(1, 1, ("n:a", 1))], default);
            await rebuild.SwapAsync(i, default);
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Single(_folder.EnumerateDirectories("g-*"));
    }

    private LuceneCandidateIndex Open() => new(new LuceneIndexOptions(_folder.FullName), NullLogger<LuceneCandidateIndex>.Instance);
}
