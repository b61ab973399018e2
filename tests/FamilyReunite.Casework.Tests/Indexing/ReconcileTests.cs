using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.Tests.Indexing;

public sealed class ReconcileTests
{
    [Fact]
    public async Task Reconcile_NothingDiffers_SaysSo()
    {
        await using var house = await House.OpenAsync();
        await house.PersonAsync("张秀英");
        Assert.Equal(new IndexReconciled(1, 0, 0, 0, false), await ReconcileAsync(house));
    }

    [Fact]
    public async Task Reconcile_RecordsLostAndLeftOver_MendsThemOneByOne()
    {
        await using var house = await House.OpenAsync();
        await DriftAsync(house);
        Assert.Equal(new IndexReconciled(1, 1, 0, 1, false), await ReconcileAsync(house));
        await HoldsAsync(house);
    }

    [Fact]
    public async Task Reconcile_NewerInTheIndexThanInTheDatabase_BuildsAnew()
    {
        await using var house = await House.OpenAsync();
        var stale = await house.PersonAsync("张秀英");
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        await Index(house).ApplyAsync([new(stale, RecordKind.Stranded, Bare(house, stale, 7))], 1, default);
        Assert.Equal(new IndexReconciled(1, 0, 1, 0, true), await ReconcileAsync(house));
        await HoldsAsync(house);
    }

    /// <summary>One record is missing in the index, one is too many.</summary>
    internal static async Task DriftAsync(House house)
    {
        var (lost, extra) = (await house.PersonAsync("张秀英"), house.NewId());
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        await using (var build = await Index(house).BeginRebuildAsync(default))
        {
            await build.AddAsync([Bare(house, extra, 1)], default);
            await build.SwapAsync(1, default);
        }
        Assert.Equal([lost], (await house.Get<IndexChecker>().CheckAsync(default)).Value!.Missing);
    }

    internal static async Task<IndexReconciled> ReconcileAsync(House house)
    {
        var done = await house.Get<IndexReconciler>().ReconcileAsync(default);
        Assert.Empty(done.Problems);
        return done.Value!;
    }

    internal static async Task HoldsAsync(House house) => Assert.True((await house.Get<IndexChecker>().CheckAsync(default)).Value!.Holds);

    private static ICandidateIndex Index(House house) => house.Get<IIndexSource>().Open().Value!;

    private static IndexDocument Bare(House house, Guid id, long version) => new(id, RecordKind.Stranded, version, house.Station.Id, Domain.Values.Sex.Unknown, null, null, []);
}
