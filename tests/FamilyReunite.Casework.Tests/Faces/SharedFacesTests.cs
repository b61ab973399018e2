using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Tests.Indexing;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Tests.Faces;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Elasticsearch.Faces;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Casework.Tests.Faces;

/// <summary>A station whose faces are searched in a real cluster behind a road that can be cut. The vectors are invented.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class SharedFacesTests : IAsyncDisposable
{
    private readonly string _prefix = $"reunite-test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
    private Road? _road;
    private House? _house;
    private ElasticClient? _client;
    private ModelPack? _pack;

    [Fact]
    public async Task Faces_FollowTheirRecords_AndAreFoundInTheCluster()
    {
        var (person, report, other) = await FilledAsync();
        Assert.Equal(3, await CountAsync());
        Assert.Equal([report, other], (await NearAsync(person)).Select(n => n.Other.RecordId));
        // said of the record, not of the photo: the filter in the cluster follows
        await House.ChangeAsync<StrandedPerson>(person, p => p.Add(House.Fact(FactKind.Sex, "男")));
        await House.ChangeAsync<MissingReport>(report, r => r.Add(House.Fact(FactKind.Sex, "女", "F")));
        Assert.True((await House.Get<IndexFeeder>().CatchUpAsync(null, Ct)).Succeeded);
        Assert.Equal([other], (await NearAsync(person)).Select(n => n.Other.RecordId));
        Assert.False(House.Get<SharedFaces>().IsOwed);
    }

    [Fact]
    public async Task Remove_PhotoRecordPackOrPermission_LeavesNoTraceWhenItReturns()
    {
        var (person, report, other) = await FilledAsync();
        var erasure = House.Get<FaceErasure>();
        erasure.Wipe([], [Photo(report)]);
        Assert.Equal(2, await CountAsync());
        Assert.Equal([other], (await NearAsync(person)).Select(n => n.Other.RecordId));
        erasure.Wipe([person], []);
        Assert.Equal([Photo(other)], await Copy().ListAsync(_pack!.Manifest.Contract, Ct).Select(f => f.AttachmentId).ToListAsync(Ct));
        House.Get<FaceStore>().RemoveAllBut("another pack");
        Assert.Empty(await IndicesAsync());
        Put(other);
        Assert.True(await House.Get<FaceFeed>().ReconcileAsync(Ct));
        Assert.Equal(1, await CountAsync());
        await using (var scope = House.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<FacePermissionDesk>().TurnOffAsync(Actor.System("test"), House.NewId(), "依据已失效", Ct)).Succeeded);
        Assert.Empty(await IndicesAsync());
        Assert.True(await House.Get<FaceFeed>().ReconcileAsync(Ct));
        Assert.Empty(await IndicesAsync());
    }

    [Fact]
    public async Task Remove_ClusterAway_IsShownToNobodyAndMadeGoodLater()
    {
        var (person, report, other) = await FilledAsync();
        var (store, shared) = (House.Get<FaceStore>(), House.Get<SharedFaces>());
        _road!.Set(cut: true);
        Assert.Equal(1, await WithTimeAsync(() => Task.FromResult(store.Remove(_pack!, e => e.RecordId == report))));
        Assert.True(shared.IsOwed);
        Assert.Equal(3, await CountAsync());
        Assert.Equal([other], (await WithTimeAsync(() => NearAsync(person))).Select(n => n.Other.RecordId));
        _road.Set();
        Assert.True(await WithTimeAsync(async () =>
        {
            await House.Get<FaceFeed>().TidyAsync(Ct);
            return !shared.IsOwed;
        }));
        Assert.Equal(2, await CountAsync());
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(shared.IsPurgeDue);
        await House.Get<FaceFeed>().TidyAsync(Ct);
        Assert.False(shared.IsPurgeDue);
    }

    [Fact]
    public async Task Reconcile_LostLeftOverAndChanged_IsWhatTheFileSays()
    {
        var (person, report, other) = await FilledAsync();
        var copy = Copy();
        var contract = _pack!.Manifest.Contract;
        var before = await copy.ListAsync(contract, Ct).ToDictionaryAsync(f => f.AttachmentId, f => f.Stamp, cancellationToken: Ct);
        var stranger = new FamilyReunite.Search.Faces.FaceDocument(House.NewId(), House.NewId(), RecordKind.Missing, Vector(7), default);
        var chosenAnew = new FamilyReunite.Search.Faces.FaceDocument(Photo(other), other, RecordKind.Missing, Vector(8), default);
        await copy.RemoveAsync([report], [], Ct);
        await copy.PutAsync(contract, [stranger, chosenAnew], Ct);
        Assert.True(await House.Get<FaceFeed>().ReconcileAsync(Ct));
        Assert.Equal(before, await copy.ListAsync(contract, Ct).ToDictionaryAsync(f => f.AttachmentId, f => f.Stamp, cancellationToken: Ct));
        Assert.Equal([report, other], (await NearAsync(person)).Select(n => n.Other.RecordId));
    }

    public async ValueTask DisposeAsync()
    {
        if (_house is not null) await _house.DisposeAsync();
        _road?.Dispose();
        if (_client is null) return;
        foreach (var index in (await _client.IndicesAsync($"{_prefix}-*", default)).Value.EnumerateObject()) await _client.DeleteAsync(index.Name, default);
        _client.Dispose();
        using var http = new HttpClient { BaseAddress = ClusterOutageTests.Node() };
        await http.DeleteAsync(new Uri($"_index_template/{_prefix}-*", UriKind.Relative));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private House House => _house!;

    /// <summary>One person and two reports with a face each, all in the cluster; the first report is the most alike.</summary>
    private async Task<(Guid Person, Guid Report, Guid Other)> FilledAsync()
    {
        var node = ClusterOutageTests.Node();
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        _road = new Road(node);
        _client = ElasticClient.Open(Options(), TimeProvider.System).Value!;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Search:Engine"] = "elasticsearch", ["Search:Elasticsearch:Urls"] = _road.Url.ToString(), ["Search:Elasticsearch:Prefix"] = _prefix }).Build();
        _house = await House.OpenAsync(before: s => s.AddSearchEngine(settings));
        using (var pack = new SharedPack()) _pack = (await House.Get<PackShelf>().InstallAsync(pack.Folder, licenceAccepted: true, null, Ct)).Value;
        await using (var scope = House.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<FacePermissionDesk>().TurnOnAsync(Actor.System("test"), House.NewId(), FaceUseTests.Grounds, Ct)).Succeeded);
        var (person, report, other) = (await House.PersonAsync("张秀英"), await House.ReportAsync("李建国"), await House.ReportAsync("王小红"));
        House.Get<FaceStore>().Put(_pack!, [new FaceEntry(Photo(person), person, IsReport: false, Clear: true, 2026, Vector(0)), Entry(report, 1), Entry(other, 2)]);
        // a server that begins compares all; from then on faces follow their records
        await House.Get<FaceFeed>().TidyAsync(Ct);
        Assert.True((await House.Get<IndexFeeder>().CatchUpAsync(null, Ct)).Succeeded);
        return (person, report, other);
    }

    private void Put(Guid report) => House.Get<FaceStore>().Put(_pack!, [Entry(report, 2)]);

    private static FaceEntry Entry(Guid report, int apart) => new(Photo(report), report, IsReport: true, Clear: true, 2020, Vector(apart));

    private static Guid Photo(Guid record)
    {
        var bytes = record.ToByteArray();
        bytes[15] ^= 0xFF;
        return new Guid(bytes);
    }

    /// <summary>Farther from the one of 0 the greater <paramref name="apart"/> is.</summary>
    private static float[] Vector(int apart)
    {
        var values = new float[256];
        (values[0], values[1 + apart]) = ((float)Math.Cos(apart / 10.0), (float)Math.Sin(apart / 10.0));
        return values;
    }

    private async Task<IReadOnlyList<FaceNeighbour>> NearAsync(Guid record)
    {
        var matches = (await House.Get<FaceMatchSource>().OpenAsync(Ct))!;
        await matches.PrepareAsync([record], Ct);
        return matches.Near(record);
    }

    private Task<T> WithTimeAsync<T>(Func<Task<T>> work) => ClusterOutageTests.WithTimeAsync(House, work);

    private ElasticOptions Options() => new([ClusterOutageTests.Node()], _prefix);

    private ElasticFaces Copy() => new(_client!, Options(), House.Get<IndexKey>().Bytes, TimeProvider.System, NullLogger<ElasticFaces>.Instance);

    private Task<long> CountAsync() => Copy().CountAsync(_pack!.Manifest.Contract, Ct);

    private async Task<IReadOnlyList<string>> IndicesAsync() => [.. (await _client!.IndicesAsync($"{_prefix}-faces-*", Ct)).Value.EnumerateObject().Select(i => i.Name)];
}
