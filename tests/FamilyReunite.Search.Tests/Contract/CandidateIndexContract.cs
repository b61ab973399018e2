using CsCheck;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Contract;

/// <summary>What every engine behind <see cref="ICandidateIndex"/> must do. A derived class makes an empty index; one that needs a server skips visibly when it is not there.</summary>
public abstract class CandidateIndexContract
{
    /// <summary>How far an engine's score may lie from the formula, as a share of it.</summary>
    protected virtual double Tolerance => 1e-9;

    protected abstract Task<ICandidateIndex> CreateAsync();

    /// <summary>Gives back what <see cref="CreateAsync"/> took.</summary>
    protected virtual Task ReleaseAsync(ICandidateIndex index) => Task.CompletedTask;

    [Fact]
    public Task Search_EmptyIndex_FindsNothing() => With(async index =>
    {
        Assert.Empty(await index.SearchAsync(Ask(10, ("n:a", 1)), default));
        Assert.Equal(0, await index.CountAsync(RecordKind.Missing, default));
        Assert.Equal(0, await index.PositionAsync(default));
    });

    [Fact]
    public Task Search_TwoRecords_ScoresByTheFormula() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 0.5f), ("n:b", 1))), Put(Doc(2, 1, ("n:b", 2)))], 7, default);
        var hits = await index.SearchAsync(Ask(10, ("n:a", 3), ("n:b", 1), ("n:zzz", 9)), default);
        var (one, both) = (Math.Log(1 + 1.5 / 1.5), Math.Log(1 + 0.5 / 2.5));
        Assert.Equal([Id(1), Id(2)], hits.Select(h => h.RecordId));
        Assert.Equal(3 * 0.5 * one + 1 * both, hits[0].Score, 1e-9);
        Assert.Equal(1 * 2 * both, hits[1].Score, 1e-9);
        Assert.Equal(7, await index.PositionAsync(default));
    });

    [Fact]
    public Task SearchAll_ManyQueriesOfTwoKinds_AnswersEachInItsPlace() => With(async index =>
    {
        IReadOnlyList<IndexChange> records = [.. Enumerable.Range(1, 300).Select(i => Put(Doc(i, 1, ($"n:{i % 100}", 1), ("n:all", 0.5f)) with { Kind = i % 2 == 0 ? RecordKind.Missing : RecordKind.Stranded }))];
        await index.ApplyAsync(records, 1, default);
        IReadOnlyList<CandidateQuery> queries = [.. Enumerable.Range(0, 150).Select(i => Ask(i % 7, ($"n:{i % 120}", 2), ("n:all", 0.25f)) with { Target = i % 3 == 0 ? RecordKind.Stranded : RecordKind.Missing }), Ask(5)];
        var found = await index.SearchAllAsync(queries, default);
        Assert.Equal(queries.Count, found.Count);
        foreach (var (query, hits) in queries.Zip(found)) Same(await index.SearchAsync(query, default), hits);
        Assert.Contains(found, f => f.Count == 6);
        Assert.Empty(await index.SearchAllAsync([], default));
    });

    [Fact]
    public Task Search_EqualScores_OrdersByRecordId() => With(async index =>
    {
        await index.ApplyAsync([.. new[] { 9, 3, 7, 1, 5 }.Select(i => Put(Doc(i, 1, ("n:a", 1))))], 1, default);
        var hits = await index.SearchAsync(Ask(3, ("n:a", 1)), default);
        Assert.Equal([Id(1), Id(3), Id(5)], hits.Select(h => h.RecordId));
    });

    [Fact]
    public Task Apply_OlderVersionAfterNewer_KeepsNewer() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 5, ("n:new", 1)))], 1, default);
        await index.ApplyAsync([Put(Doc(1, 4, ("n:old", 1)))], 2, default);
        Assert.Empty(await index.SearchAsync(Ask(5, ("n:old", 1)), default));
        Assert.Single(await index.SearchAsync(Ask(5, ("n:new", 1)), default));
        Assert.Equal(2, await index.PositionAsync(default));
    });

    [Fact]
    public Task Apply_LateWriteAfterDelete_DoesNotResurrect() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 5, ("n:a", 1)))], 1, default);
        await index.ApplyAsync([Delete(1)], 2, default);
        await index.ApplyAsync([Put(Doc(1, 5, ("n:a", 1)))], 3, default);
        Assert.Empty(await index.SearchAsync(Ask(5, ("n:a", 1)), default));
        Assert.Empty(await List(index));
        await index.ApplyAsync([Put(Doc(1, 6, ("n:a", 1)))], 4, default);
        Assert.Single(await index.SearchAsync(Ask(5, ("n:a", 1)), default));
    });

    [Fact]
    public Task Apply_OldBatchAgain_DoesNotDeleteWhatCameBack() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, default);
        await index.ApplyAsync([Delete(1)], 2, default);
        await index.ApplyAsync([Put(Doc(1, 2, ("n:a", 1)))], 3, default);
        await index.ApplyAsync([Delete(1)], 2, default);
        Assert.Single(await List(index));
        Assert.Equal(3, await index.PositionAsync(default));
    });

    [Fact]
    public Task Apply_SameBatchTwice_ChangesNothing() => Gen.Select(Change.List[1, 12], Change.List[1, 12]).SampleAsync((before, batch) => With(async index =>
    {
        await index.ApplyAsync(before, 5, default);
        await index.ApplyAsync(batch, 9, default);
        var once = await List(index);
        await index.ApplyAsync(batch, 9, default);
        Assert.Equal(once, await List(index));
        Assert.Equal(9, await index.PositionAsync(default));
    }), iter: 20, threads: 1, seed: "0N0XIzNsQ0O2");

    [Fact]
    public Task Search_RandomRecords_AnswersLikeTheFormula() => Gen.Select(Change.List[0, 30].List[1, 4], Query.List[1, 8]).SampleAsync((batches, queries) => With(async index =>
    {
        var reference = new ReferenceIndex();
        for (var i = 0; i < batches.Count; i++)
        {
            await index.ApplyAsync(batches[i], i + 1, default);
            await reference.ApplyAsync(batches[i], i + 1, default);
        }
        Assert.Equal(await List(reference), await List(index));
        foreach (var kind in Enum.GetValues<RecordKind>()) Assert.Equal(await reference.CountAsync(kind, default), await index.CountAsync(kind, default));
        var together = await index.SearchAllAsync(queries, default);
        foreach (var (q, all) in queries.Zip(together))
        {
            Same(await reference.SearchAsync(q, default), await index.SearchAsync(q, default));
            Same(await reference.SearchAsync(q, default), all);
        }
    }), iter: 40, threads: 1, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData(Sex.Male, 1950, 1960, true)]
    [InlineData(Sex.Unknown, 1950, 1960, true)]
    [InlineData(Sex.Female, 1950, 1960, false)]
    [InlineData(Sex.Male, 1960, 1970, true)]
    [InlineData(Sex.Male, 1961, 1970, false)]
    public Task Search_SexAndBirthYears_FilterOnlyWhatIsKnown(Sex sex, int from, int to, bool found) => With(async index =>
    {
        var known = Doc(1, 1, ("n:a", 1)) with { Sex = Sex.Male, BirthYears = new NumberRange(1940, 1960) };
        await index.ApplyAsync([Put(known), Put(Doc(2, 1, ("n:a", 1)))], 1, default);
        var hits = await index.SearchAsync(Ask(5, ("n:a", 1)) with { Sex = sex, BirthYears = new NumberRange(from, to) }, default);
        Assert.Equal(found ? [Id(1), Id(2)] : [Id(2)], hits.Select(h => h.RecordId));
    });

    [Fact]
    public Task Search_OfOneOrganisation_SeesNoOther() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 1, ("t:a", 1))), Put(Doc(2, 1, ("t:a", 1)) with { OrganisationId = OtherStation })], 1, default);
        var hits = await index.SearchAsync(Ask(5, ("t:a", 1)) with { OrganisationId = OtherStation }, default);
        Assert.Equal([Id(2)], hits.Select(h => h.RecordId));
        Assert.Empty(await index.SearchAsync(Ask(5, ("t:a", 1)) with { OrganisationId = Id(77) }, default));
    });

    [Fact]
    public Task Rebuild_UntilSwapped_LeavesTheRunningIndexAlone() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 1, ("n:old", 1)))], 3, default);
        await using (var rebuild = await index.BeginRebuildAsync(default))
        {
            await rebuild.AddAsync([Doc(2, 4, ("n:new", 1)), Doc(2, 3, ("n:late", 1))], default);
            Assert.Single(await index.SearchAsync(Ask(5, ("n:old", 1)), default));
            Assert.Empty(await index.SearchAsync(Ask(5, ("n:new", 1)), default));
            await rebuild.SwapAsync(8, default);
        }
        Assert.Empty(await index.SearchAsync(Ask(5, ("n:old", 1), ("n:late", 1)), default));
        Assert.Single(await index.SearchAsync(Ask(5, ("n:new", 1)), default));
        Assert.Equal(8, await index.PositionAsync(default));
        await index.ApplyAsync([Put(Doc(2, 4, ("n:same", 1))), Put(Doc(3, 1, ("n:new", 1)))], 9, default);
        Assert.Equal([(Id(2), RecordKind.Missing, 4), (Id(3), RecordKind.Missing, 1)], await List(index));
    });

    [Fact]
    public Task Rebuild_DisposedWithoutSwap_ChangesNothing() => With(async index =>
    {
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 3, default);
        await using (var rebuild = await index.BeginRebuildAsync(default)) await rebuild.AddAsync([Doc(2, 1, ("n:b", 1))], default);
        Assert.Equal([(Id(1), RecordKind.Missing, 1L)], await List(index));
        Assert.Equal(3, await index.PositionAsync(default));
        await using var again = await index.BeginRebuildAsync(default);
    });

    protected static async Task<List<(Guid RecordId, RecordKind Kind, long Version)>> List(ICandidateIndex index)
    {
        var all = new List<(Guid RecordId, RecordKind Kind, long Version)>();
        await foreach (var x in index.ListAsync(default)) all.Add(x);
        return [.. all.OrderBy(x => x.RecordId)];
    }

    protected async Task With(Func<ICandidateIndex, Task> test)
    {
        var index = await CreateAsync();
        try
        {
            await test(index);
        }
        finally
        {
            await ReleaseAsync(index);
        }
    }

    private void Same(IReadOnlyList<IndexHit> expected, IReadOnlyList<IndexHit> actual)
    {
        Assert.Equal(expected.Select(h => h.RecordId), actual.Select(h => h.RecordId));
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e.Score, a.Score, Tolerance * e.Score);
    }
}
