using FamilyReunite.Domain.Records;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>One unchanging state of the index. Thread-safe.</summary>
internal sealed class IndexSnapshot
{
    private readonly Lazy<long>[] _counts;

    public IndexSnapshot(DirectoryReader reader)
    {
        Reader = reader;
        _counts = [.. Enum.GetValues<RecordKind>().Select(k => new Lazy<long>(() => Count(k)))];
    }

    public DirectoryReader Reader { get; }

    /// <summary>Live records of a kind.</summary>
    public long CountOf(RecordKind kind) => _counts[(int)kind].Value;

    /// <summary>What is held of a record; null when it was never seen.</summary>
    public Held? Find(Guid id)
    {
        var term = new BytesRef(id.ToString("N"));
        foreach (var leaf in Reader.Leaves)
        {
            var docs = leaf.AtomicReader.GetTermDocsEnum(new Term(RecordFields.Id, term));
            if (docs is null) continue;
            var doc = docs.NextDoc();
            if (doc == DocIdSetIterator.NO_MORE_DOCS) continue;
            return new Held(leaf.AtomicReader.GetNumericDocValues(RecordFields.Version).Get(doc), leaf.AtomicReader.GetNumericDocValues(RecordFields.Dead).Get(doc) == 1);
        }
        return null;
    }

    /// <summary>Live documents with the term the enumeration stands on.</summary>
    public static long LiveCount(TermsEnum terms, AtomicReader reader, ref DocsEnum? reuse)
    {
        if (!reader.HasDeletions) return terms.DocFreq;
        reuse = terms.Docs(reader.LiveDocs, reuse, DocsFlags.NONE);
        long n = 0;
        while (reuse.NextDoc() != DocIdSetIterator.NO_MORE_DOCS) n++;
        return n;
    }

    private long Count(RecordKind kind)
    {
        long sum = 0;
        DocsEnum? reuse = null;
        foreach (var leaf in Reader.Leaves)
        {
            var terms = leaf.AtomicReader.GetTerms(RecordFields.Kind)?.GetEnumerator();
            if (terms is not null && terms.SeekExact(new BytesRef(RecordFields.KindTerm(kind)))) sum += LiveCount(terms, leaf.AtomicReader, ref reuse);
        }
        return sum;
    }
}
