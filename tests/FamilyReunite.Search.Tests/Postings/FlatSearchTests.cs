using CsCheck;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Lucene;
using FamilyReunite.Search.Postings;
using FamilyReunite.Search.Tests.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Postings;

/// <summary>The laid-out postings rank exactly as the one-by-one search does.</summary>
public sealed class FlatSearchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-flat-");
    private int _made;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task Best_RandomRecords_RanksLikeTheIndex() => Gen.Select(Change.List[0, 30].List[1, 4], Query.List[1, 8]).SampleAsync(async (batches, queries) =>
    {
        using var index = Create();
        for (var i = 0; i < batches.Count; i++) await index.ApplyAsync(batches[i], i + 1, default);
        foreach (var kind in new[] { RecordKind.Missing, RecordKind.Stranded }) await SameAsync(index, kind, [.. queries.Where(q => q.Target == kind).Select(q => q with { OrganisationId = null })]);
    }, iter: 60, threads: 1, seed: "0N0XIzNsQ0O2");

    [Fact]
    public async Task Best_MoreRecordsThanOneStretch_RanksLikeTheIndex()
    {
        using var index = Create();
        var random = new Random(7);
        await using (var build = await index.BeginRebuildAsync(default))
        {
            await build.AddAsync([.. Enumerable.Range(1, 40_000).Select(i => Doc(i, 1, [.. Enumerable.Range(0, 4).Select(_ => ($"n:{random.Next(60)}", random.Next(1, 17) / 16f))]))], default);
            await build.SwapAsync(1, default);
        }
        await index.ApplyAsync([.. Enumerable.Range(1, 500).Select(i => i % 2 == 0 ? Delete(i * 7) : Put(Doc(i * 7, 2, ("n:3", 0.5f))))], 2, default);
        await SameAsync(index, RecordKind.Missing, [.. Enumerable.Range(0, 20).Select(_ => Ask(300, [.. Enumerable.Range(0, 12).Select(_ => ($"n:{random.Next(70)}", (float)random.NextDouble()))]))]);
    }

    [Fact]
    public async Task Lay_MoreWeightsThanAnEntryCanNumber_Refuses()
    {
        using var index = Create();
        await index.ApplyAsync([.. Enumerable.Range(1, 300).Select(i => Put(Doc(i, 1, ("n:1", i))))], 1, default);
        var asked = new QueryTokens();
        asked.Add(Ask(5, ("n:1", 1)));
        Assert.Null(index.Lay(RecordKind.Missing, asked, default));
    }

    private static async Task SameAsync(LuceneCandidateIndex index, RecordKind kind, IReadOnlyList<CandidateQuery> queries)
    {
        var asked = new QueryTokens();
        var flat = queries.Select(asked.Add).ToList();
        var postings = index.Lay(kind, asked, default);
        Assert.NotNull(postings);
        var search = new FlatSearch(postings);
        for (var i = 0; i < queries.Count; i++)
            Assert.Equal((await index.SearchAsync(queries[i], default)).Select(h => h.RecordId), search.Best(flat[i]).Select(n => postings.Ids[n]));
    }

    private LuceneCandidateIndex Create() => new(new LuceneIndexOptions(Path.Combine(_folder.FullName, $"{_made++}")), NullLogger<LuceneCandidateIndex>.Instance);
}
