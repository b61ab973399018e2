using System.Collections.Concurrent;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Makes index documents of records, on all processors.</summary>
public sealed class IndexDocuments(ClueCache clues, IClueTokenizer tokenizer)
{
    private const string TextPrefix = "t:";

    public IReadOnlyList<IndexDocument> Of(IReadOnlyList<CaseRecord> records, CancellationToken ct)
    {
        var made = new ConcurrentBag<IndexDocument>();
        Parallel.ForEach(records, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, r => made.Add(Of(r)));
        return [.. made];
    }

    private IndexDocument Of(CaseRecord record)
    {
        var document = tokenizer.Document(record, clues.Read(record));
        // a report that is settled is found by words alone, so that it takes no place among the candidates
        return record is MissingReport { Status: not RecordStatus.Open }
            ? document with { Tokens = [.. document.Tokens.Where(t => t.Value.StartsWith(TextPrefix, StringComparison.Ordinal))] }
            : document;
    }
}
