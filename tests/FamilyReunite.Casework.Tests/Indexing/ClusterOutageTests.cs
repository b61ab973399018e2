using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Casework.Tests.Indexing;

/// <summary>A station whose index lies in a real cluster behind a road that can be cut.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class ClusterOutageTests : IAsyncDisposable
{
    private readonly string _prefix = $"reunite-test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
    private Road? _road;

    [Fact]
    public async Task CatchUp_ClusterAwayForTenMinutes_IntakeGoesOnAndTheIndexCatchesUp()
    {
        await using var house = await StationAsync();
        await house.PersonAsync("张秀英");
        Assert.True((await FeedAsync(house)).Succeeded);
        _road!.Set(cut: true);
        for (var minute = 0; minute < 10; minute++)
        {
            await house.ReportAsync("李建国");
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal("elastic.unreachable", Assert.Single((await FeedAsync(house)).Problems).Code);
        }
        var away = (await WithTimeAsync(house, () => house.Get<IndexStatusReader>().ReadAsync(default))).Value!;
        Assert.Equal((10, "elastic.unreachable"), (away.Behind, away.Away?.Code));
        Assert.True(house.Clock.GetUtcNow() - away.OldestWaitingAt >= TimeSpan.FromMinutes(10));
        Assert.Equal("elastic.unreachable", Assert.Single((await WithTimeAsync(house, () => house.Get<RecordSearch>().SearchAsync(house.Staff, RecordKind.Missing, "李建国", 10, default))).Problems).Code);
        _road.Set();
        Assert.Equal(10, (await FeedAsync(house)).Value!.Changed.Count);
        var back = (await house.Get<IndexStatusReader>().ReadAsync(default)).Value!;
        Assert.Equal((0, null), (back.Behind, back.Away));
        await ReconcileTests.HoldsAsync(house);
    }

    [Theory]
    [InlineData("401 Unauthorized", "elastic.password")]
    [InlineData("403 Forbidden", "elastic.forbidden")]
    [InlineData("503 Service Unavailable", "elastic.busy")]
    public async Task CatchUp_RefusedWhileRunning_SaysWhyAndGoesOnAfterwards(string answer, string code)
    {
        await using var house = await StationAsync();
        Assert.True((await FeedAsync(house)).Succeeded);
        _road!.Set(answer: answer);
        await house.ReportAsync("李建国");
        Assert.Equal(code, Assert.Single((await FeedAsync(house)).Problems).Code);
        _road.Set();
        Assert.Single((await FeedAsync(house)).Value!.Changed);
    }

    [Fact]
    public async Task Night_ClusterGoneWhenThePersonsAreCompared_SaysSoAndGoesOnLater()
    {
        await using var house = await StationAsync();
        await house.PersonAsync("张秀英");
        await house.ReportAsync("张秀英");
        Assert.True((await FeedAsync(house)).Succeeded);
        _road!.Set(cut: true);
        var refused = await WithTimeAsync(house, () => house.Get<MatchRunner>().RunAsync("2026-11-24", all: true, null, default));
        Assert.Equal("elastic.unreachable", Assert.Single(refused.Problems).Code);
        _road.Set();
        Assert.Empty((await WithTimeAsync(house, () => house.Get<MatchRunner>().RunAsync("2026-11-24", all: true, null, default))).Problems);
        Assert.Single(await house.MatchesAsync());
    }

    [Fact]
    public async Task Reconcile_RecordsLostAndLeftOver_MendsThemInTheCluster()
    {
        await using var house = await StationAsync();
        await ReconcileTests.DriftAsync(house);
        Assert.Equal(new IndexReconciled(1, 1, 0, 1, false), await ReconcileTests.ReconcileAsync(house));
        await ReconcileTests.HoldsAsync(house);
    }

    [Fact]
    public async Task CatchUp_PersonDeleted_IsInTheClusterNoMore()
    {
        await using var house = await StationAsync();
        var id = await house.ReportAsync("李建国");
        await FeedAsync(house);
        Assert.Single((await house.Get<RecordSearch>().SearchAsync(house.Staff, RecordKind.Missing, "李建国", 10, default)).Value!);
        await using (var db = house.Db())
        {
            db.Outbox.Add(new Domain.Ledger.OutboxEntry(RecordKind.Missing, id, 2, house.Clock.GetUtcNow()));
            db.Remove(await db.MissingReports.SingleAsync());
            await new ChangeWriter(db, house.Clock).SaveAsync(new ChangeNote(house.NewId(), Actor.System("test"), "report.deleted", "report", id), default);
        }
        await FeedAsync(house);
        Assert.Equal(0, await house.Get<IIndexSource>().Open().Value!.CountAsync(RecordKind.Missing, default));
        await ReconcileTests.HoldsAsync(house);
    }

    [Fact]
    public async Task CatchUp_ServerWithAnotherKey_BuildsAnewAndTheFirstSaysSo()
    {
        await using var one = await StationAsync();
        await one.PersonAsync("张秀英");
        await FeedAsync(one);
        await using var two = await StationAsync(_road);
        await two.PersonAsync("张秀英");
        Assert.Equal(RebuildReason.MadeOtherwise, (await FeedAsync(two)).Value!.Rebuilt);
        await one.PersonAsync("李建国");
        Assert.Equal("elastic.made-otherwise", Assert.Single((await FeedAsync(one)).Problems).Code);
    }

    public async ValueTask DisposeAsync()
    {
        if (_road is null) return;
        _road.Dispose();
        using var client = ElasticClient.Open(new ElasticOptions([Node()], _prefix), TimeProvider.System).Value!;
        foreach (var index in (await client.IndicesAsync($"{_prefix}-*", default)).Value.EnumerateObject()) await client.DeleteAsync(index.Name, default);
        using var http = new HttpClient { BaseAddress = Node() };
        await http.DeleteAsync(new Uri($"_index_template/{_prefix}-*", UriKind.Relative));
    }

    internal static Uri Node()
    {
        var url = Environment.GetEnvironmentVariable("REUNITE_TEST_ELASTICSEARCH");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "Needs Elasticsearch: set REUNITE_TEST_ELASTICSEARCH to the address of one that may be written to.");
        return new Uri(url!);
    }

    private static Task<Domain.Outcome<IndexFed>> FeedAsync(House house) => WithTimeAsync(house, () => house.Get<IndexFeeder>().CatchUpAsync(null, default));

    /// <summary>Waits between attempts go by the station's clock: it moves on while something is under way.</summary>
    internal static async Task<T> WithTimeAsync<T>(House house, Func<Task<T>> work)
    {
        var task = Task.Run(work);
        while (await Task.WhenAny(task, Task.Delay(20)) != task) house.Clock.Advance(TimeSpan.FromMilliseconds(200));
        return await task;
    }

    private async Task<House> StationAsync(Road? road = null)
    {
        _road = road ?? new Road(Node());
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Search:Engine"] = "elasticsearch",
            ["Search:Elasticsearch:Urls"] = _road.Url.ToString(),
            ["Search:Elasticsearch:Prefix"] = _prefix,
        }).Build();
        var house = await House.OpenAsync(before: s => s.AddSearchEngine(settings));
        Assert.Null(await WithTimeAsync(house, () => Task.FromResult(house.Services.OpenSearchEngine())));
        return house;
    }
}
