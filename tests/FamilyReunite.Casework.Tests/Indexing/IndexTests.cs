using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Lucene;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Casework.Tests.Indexing;

public sealed class IndexTests
{
    [Fact]
    public async Task CatchUp_SavedRecords_IndexesEachOnceAndNamesThem()
    {
        await using var house = await House.OpenAsync();
        var person = await house.PersonAsync("张秀英");
        var report = await house.ReportAsync("李建国");
        await house.ChangeAsync<MissingReport>(report, r => r.SourceId = "M-1");
        var fed = await FeedAsync(house);

        Assert.Equal(RebuildReason.None, fed.Rebuilt);
        Assert.Equal([new ChangedRecord(RecordKind.Stranded, person), new ChangedRecord(RecordKind.Missing, report)], fed.Changed);
        Assert.Equal(2, house.Reader.Reads);
        Assert.Empty((await FeedAsync(house)).Changed);
        Assert.True((await house.Get<IndexChecker>().CheckAsync(default)).Value!.Holds);
    }

    [Fact]
    public async Task CatchUp_RecordDeleted_ForgetsIt()
    {
        await using var house = await House.OpenAsync();
        var id = await house.ReportAsync("李建国");
        await FeedAsync(house);
        await using (var db = house.Db())
        {
            db.Outbox.Add(new Domain.Ledger.OutboxEntry(RecordKind.Missing, id, 2, house.Clock.GetUtcNow()));
            db.Remove(await db.MissingReports.SingleAsync());
            await new ChangeWriter(db, house.Clock).SaveAsync(new ChangeNote(house.NewId(), Actor.System("test"), "report.deleted", "report", id), default);
        }
        await FeedAsync(house);
        Assert.Equal(0, await Index(house).CountAsync(RecordKind.Missing, default));
    }

    [Fact]
    public async Task CatchUp_KeyLost_BuildsAnew()
    {
        await using var house = await House.OpenAsync();
        await house.ReportAsync("李建国");
        await FeedAsync(house);
        house.Restart();
        Assert.Equal(RebuildReason.None, (await FeedAsync(house)).Rebuilt);
        File.Delete(house.Data.IndexKey);
        house.Restart();
        Assert.True((await house.Get<IndexChecker>().CheckAsync(default)).Value!.MadeOtherwise);
        var meanwhile = await house.PersonAsync("张秀英");
        var fed = await FeedAsync(house);
        Assert.Equal(RebuildReason.MadeOtherwise, fed.Rebuilt);
        Assert.Equal([new ChangedRecord(RecordKind.Stranded, meanwhile)], fed.Changed);
        Assert.Single((await house.Get<RecordSearch>().SearchAsync(house.Staff, RecordKind.Missing, "李建国", 10, default)).Value!);
    }

    [Fact]
    public async Task CatchUp_DatabaseOlderThanIndex_BuildsAnew()
    {
        await using var house = await House.OpenAsync();
        await house.ReportAsync("李建国");
        await Index(house).ApplyAsync([], 99, default);
        Assert.Equal(RebuildReason.AheadOfDatabase, (await FeedAsync(house)).Rebuilt);
        Assert.Equal(1, await Index(house).PositionAsync(default));
    }

    [Fact]
    public async Task CatchUp_FolderHeldElsewhere_SaysWhatToDo()
    {
        await using var house = await House.OpenAsync();
        using (new LuceneCandidateIndex(new LuceneIndexOptions(house.Data.Index), NullLogger<LuceneCandidateIndex>.Instance))
            Assert.Equal("index.locked", Assert.Single((await house.Get<IndexFeeder>().CatchUpAsync(null, default)).Problems).Code);
        Assert.True((await house.Get<IndexFeeder>().CatchUpAsync(null, default)).Succeeded);
    }

    [Fact]
    public async Task Rebuild_WithProgress_HoldsEveryRecord()
    {
        await using var house = await House.OpenAsync();
        foreach (var name in new[] { "张秀英", "李建国", "王桂兰" }) await house.PersonAsync(name);
        var seen = new List<WorkProgress>();
        var rebuilt = await house.Get<IndexRebuilder>().RebuildAsync(new Seen(seen), default);

        Assert.Equal(new IndexRebuilt(3, 0), rebuilt.Value);
        Assert.Equal(new WorkProgress(3, 3), seen[^1]);
        Assert.True((await house.Get<IndexChecker>().CheckAsync(default)).Value!.Holds);
        Assert.Equal(0, (await house.Get<IndexStatusReader>().ReadAsync(default)).Value!.Behind);
    }

    [Fact]
    public async Task Rebuild_Cancelled_LeavesTheOldIndex()
    {
        await using var house = await House.OpenAsync();
        await house.PersonAsync("张秀英");
        await FeedAsync(house);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Get<IndexRebuilder>().RebuildAsync(new Seen([], stop.Cancel), stop.Token));
        Assert.Equal(1, await Index(house).CountAsync(RecordKind.Stranded, default));
        Assert.True((await house.Get<IndexRebuilder>().RebuildAsync(null, default)).Succeeded);
    }

    [Fact]
    public async Task Check_IndexThatWasChangedByHand_NamesEachFault()
    {
        await using var house = await House.OpenAsync();
        var (missing, stale, extra) = (await house.PersonAsync("张秀英"), await house.PersonAsync("李建国"), house.NewId());
        await FeedAsync(house);
        IndexDocument Bare(Guid id, long version) => new(id, RecordKind.Stranded, version, house.Station.Id, Domain.Values.Sex.Unknown, null, null, []);
        await Index(house).ApplyAsync([new(missing, RecordKind.Stranded, null), new(stale, RecordKind.Stranded, Bare(stale, 7)), new(extra, RecordKind.Stranded, Bare(extra, 1))], 2, default);
        var waiting = await house.PersonAsync("王桂兰");

        var verdict = (await house.Get<IndexChecker>().CheckAsync(default)).Value!;
        Assert.False(verdict.Holds);
        Assert.Equal([[missing], [stale], [extra]], new[] { verdict.Missing, verdict.Stale, [.. verdict.Extra.Select(e => e.Id)] });
        Assert.Equal(1, verdict.Behind);
        Assert.DoesNotContain(waiting, verdict.Missing);
    }

    [Fact]
    public async Task Key_Made_IsTheOwnersAlone()
    {
        await using var house = await House.OpenAsync();
        var key = IndexKeyFile.ReadOrMake(house.Data);
        Assert.Equal(IndexKeyFile.KeyBytes, key.Length);
        Assert.Equal(key, IndexKeyFile.ReadOrMake(house.Data));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(house.Data.IndexKey));
    }

    private static ICandidateIndex Index(House house) => house.Get<IIndexSource>().Open().Value!;

    private static async Task<IndexFed> FeedAsync(House house) => (await house.Get<IndexFeeder>().CatchUpAsync(null, default)).Value!;

    private sealed class Seen(List<WorkProgress> list, Action? then = null) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            list.Add(value);
            then?.Invoke();
        }
    }
}
