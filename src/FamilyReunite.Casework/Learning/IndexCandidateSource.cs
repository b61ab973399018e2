using System.Collections.Concurrent;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Search;
using FamilyReunite.Search.Lucene;
using FamilyReunite.Search.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Casework.Learning;

/// <summary>The real index in a folder of its own that goes when the measuring is done.</summary>
public sealed class IndexCandidateSource(TimeProvider clock) : ICandidateSource
{
    private const int ChunkSize = 2000;

    // any key will do: tokens are only compared with each other
    private readonly ClueTokenizer _tokenizer = new(new byte[16]);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"reunite-measure-{Guid.CreateVersion7(clock.GetUtcNow()):N}");
    private LuceneCandidateIndex? _index;

    public async Task FillAsync(IReadOnlyList<ReadRecord> reports, CancellationToken ct)
    {
        _index = new LuceneCandidateIndex(new LuceneIndexOptions(_folder), NullLogger<LuceneCandidateIndex>.Instance);
        await using var build = await _index.BeginRebuildAsync(ct);
        foreach (var chunk in reports.Chunk(ChunkSize))
        {
            var documents = new ConcurrentBag<IndexDocument>();
            Parallel.ForEach(chunk, new ParallelOptions { CancellationToken = ct }, r => documents.Add(_tokenizer.Document(r.Record, r.Clues)));
            await build.AddAsync([.. documents], ct);
        }
        await build.SwapAsync(1, ct);
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(ReadRecord person, int limit, CancellationToken ct)
    {
        var index = _index ?? throw new InvalidOperationException("The source was asked before it was filled.");
        return [.. (await index.SearchAsync(_tokenizer.Query(person.Clues, RecordKind.Missing, limit), ct)).Select(h => h.RecordId)];
    }

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
