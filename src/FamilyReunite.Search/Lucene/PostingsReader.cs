using System.Text;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Postings;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>Lays the postings of one snapshot out flat: once through the dictionary to count, once more to copy.</summary>
internal sealed class PostingsReader(IndexSnapshot snapshot, RecordKind target, QueryTokens asked, CancellationToken ct)
{
    private readonly Dictionary<float, byte> _weights = [];

    /// <returns>Null when there are more records or weights than an entry can number, or more entries than an array holds.</returns>
    public FlatPostings? Read()
    {
        var leaves = snapshot.Reader.Leaves.Select(l => l.AtomicReader).ToList();
        if (snapshot.CountOf(target) > FlatPostings.MostRecords) return null;
        var columns = RecordNumbers.Of(leaves, target, out var numbers);
        var starts = new long[asked.Count + 1];
        foreach (var leaf in leaves)
            if (!ForEachTerm(leaf, (token, terms, _) => starts[token + 1] += terms.DocFreq)) return null;
        for (var t = 0; t < asked.Count; t++) starts[t + 1] += starts[t];
        if (starts[^1] > Array.MaxLength) return null;
        var entries = GC.AllocateUninitializedArray<uint>((int)starts[^1]);
        var ends = starts.AsSpan(0, asked.Count).ToArray();
        for (var i = 0; i < leaves.Count; i++) Copy(leaves[i], numbers[i], entries, ends);
        Close(entries, starts, ends);
        var weights = new float[_weights.Count];
        foreach (var (weight, number) in _weights) weights[number] = weight;
        return new FlatPostings(columns, starts, entries, weights);
    }

    private void Copy(AtomicReader leaf, int[] numbers, uint[] entries, long[] ends)
    {
        DocsEnum? docs = null;
        ForEachTerm(leaf, (token, terms, weight) =>
        {
            docs = terms.Docs(leaf.LiveDocs, docs, DocsFlags.NONE);
            var at = ends[token];
            for (var d = docs.NextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = docs.NextDoc()) entries[at++] = (uint)numbers[d] << FlatPostings.WeightBits | weight;
            ends[token] = at;
        });
    }

    /// <summary>Puts each token's entries in order and closes the gaps that deleted records left.</summary>
    private void Close(uint[] entries, long[] starts, long[] ends)
    {
        Parallel.For(0, ends.Length, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, t =>
        {
            var own = entries.AsSpan((int)starts[t], (int)(ends[t] - starts[t]));
            for (var i = 1; i < own.Length; i++)
            {
                if (own[i] >= own[i - 1]) continue;
                own.Sort();
                break;
            }
        });
        long to = 0;
        for (var t = 0; t < ends.Length; t++)
        {
            var length = ends[t] - starts[t];
            if (to != starts[t]) Array.Copy(entries, starts[t], entries, to, length);
            starts[t] = to;
            to += length;
        }
        starts[^1] = to;
    }

    private bool ForEachTerm(AtomicReader leaf, Action<int, TermsEnum, byte> use)
    {
        var terms = leaf.GetTerms(RecordFields.Tokens)?.GetEnumerator();
        if (terms is null || terms.SeekCeil(new BytesRef([(byte)target])) == TermsEnum.SeekStatus.END) return true;
        var numbers = asked.Numbers;
        Span<char> value = stackalloc char[TokenTerm.MaxValue];
        var n = 0;
        do
        {
            var term = terms.Term;
            if (term.Bytes[term.Offset] != (byte)target) break;
            if ((++n & 0xffff) == 0) ct.ThrowIfCancellationRequested();
            var text = value[..Encoding.UTF8.GetChars(TokenTerm.Value(term), value)];
            if (!numbers.TryGetValue(text, out var token)) continue;
            var weight = TokenTerm.Weight(term);
            if (!_weights.TryGetValue(weight, out var number))
            {
                if (_weights.Count == FlatPostings.MostWeights) return false;
                _weights.Add(weight, number = (byte)_weights.Count);
            }
            use(token, terms, number);
        }
        while (terms.MoveNext());
        return true;
    }
}

/// <summary>Numbers the live records of one kind, leaf after leaf.</summary>
internal static class RecordNumbers
{
    /// <param name="numbers">Per leaf, by document: the record's number; −1 for other kinds and what is deleted.</param>
    public static RecordColumns Of(IReadOnlyList<AtomicReader> leaves, RecordKind target, out int[][] numbers)
    {
        var (ids, sexes, from, to) = (new List<Guid>(), new List<byte>(), new List<double>(), new List<double>());
        numbers = new int[leaves.Count][];
        var bytes = new BytesRef(16);
        for (var i = 0; i < leaves.Count; i++)
        {
            var leaf = leaves[i];
            var (id, kind, dead) = (leaf.GetBinaryDocValues(RecordFields.Id), leaf.GetNumericDocValues(RecordFields.Kind), leaf.GetNumericDocValues(RecordFields.Dead));
            var (sex, bornFrom, bornTo) = (leaf.GetNumericDocValues(RecordFields.Sex), leaf.GetNumericDocValues(RecordFields.BornFrom), leaf.GetNumericDocValues(RecordFields.BornTo));
            var own = numbers[i] = new int[leaf.MaxDoc];
            for (var d = 0; d < own.Length; d++)
            {
                own[d] = -1;
                if ((leaf.LiveDocs is { } live && !live.Get(d)) || kind.Get(d) != (long)target || dead.Get(d) == 1) continue;
                own[d] = ids.Count;
                id.Get(d, bytes);
                ids.Add(new Guid(bytes.Bytes.AsSpan(bytes.Offset, 16), bigEndian: true));
                sexes.Add((byte)(sex?.Get(d) ?? 0));
                from.Add(bornFrom is null ? double.NegativeInfinity : BitConverter.Int64BitsToDouble(bornFrom.Get(d)));
                to.Add(bornTo is null ? double.PositiveInfinity : BitConverter.Int64BitsToDouble(bornTo.Get(d)));
            }
        }
        return new RecordColumns([.. ids], [.. sexes], [.. from], [.. to]);
    }
}
