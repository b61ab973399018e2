using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Lucene;
using FamilyReunite.Search.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>An index of invented reports in a temporary folder; built as <c>index rebuild</c> builds it.</summary>
internal sealed class FilledIndex : IDisposable
{
    private const int Chunk = 1000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-bench-");

    public FilledIndex() => Index = Open();

    public LuceneCandidateIndex Index { get; private set; }

    public ClueTokenizer Tokenizer { get; } = new();

    public async Task BuildAsync(int reports)
    {
        await using var rebuild = await Index.BeginRebuildAsync(default);
        for (var from = 0; from < reports; from += Chunk)
            await rebuild.AddAsync([.. Enumerable.Range(from, Math.Min(Chunk, reports - from)).Select(Document)], default);
        await rebuild.SwapAsync(1, default);
    }

    public IndexDocument Document(int n)
    {
        var (record, clues) = InventedRecords.Report(n);
        return Tokenizer.Document(record, clues);
    }

    public CandidateQuery Query(int n) => Tokenizer.Query(InventedRecords.PersonLike(n), RecordKind.Missing, 50);

    public long DiskBytes() => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    /// <summary>Closes and opens, as a start of the program does; closing twice is harmless.</summary>
    public void Reopen()
    {
        Index.Dispose();
        Index = Open();
    }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Delete(recursive: true);
    }

    private LuceneCandidateIndex Open() => new(new LuceneIndexOptions(_folder.FullName), NullLogger<LuceneCandidateIndex>.Instance);
}
