using System.Buffers;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Scoring;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>Scores every record of one snapshot against one query, token by token, and keeps the best. Exact: nothing is skipped or estimated.</summary>
internal sealed class TokenSearch(IndexSnapshot snapshot, CandidateQuery query, CancellationToken ct)
{
    /// <summary>Where the postings of one token lie in one leaf.</summary>
    private readonly record struct Run(BytesRef Term, TermState State, float Weight);

    private readonly IReadOnlyList<ClueToken> _tokens = TokenScore.Distinct(query.Tokens);

    public IReadOnlyList<IndexHit> Best()
    {
        if (query.Limit <= 0 || _tokens.Count == 0) return [];
        var leaves = snapshot.Reader.Leaves;
        var found = new long[_tokens.Count];
        var runs = new List<Run>?[leaves.Count][];
        for (var i = 0; i < leaves.Count; i++) runs[i] = Locate(leaves[i].AtomicReader, found);
        var records = snapshot.CountOf(query.Target);
        var factors = new double[_tokens.Count];
        for (var t = 0; t < factors.Length; t++) factors[t] = _tokens[t].Weight * TokenScore.Idf(records, found[t]);
        var best = new BestHits(query.Limit);
        for (var i = 0; i < leaves.Count; i++) Collect(leaves[i].AtomicReader, runs[i], factors, best);
        return best.InOrder();
    }

    private List<Run>?[] Locate(AtomicReader reader, long[] found)
    {
        var runs = new List<Run>?[_tokens.Count];
        var terms = reader.GetTerms(RecordFields.Tokens)?.GetEnumerator();
        if (terms is null) return runs;
        var prefix = new BytesRef(64);
        DocsEnum? reuse = null;
        for (var t = 0; t < _tokens.Count; t++)
        {
            TokenTerm.WritePrefix(prefix, query.Target, _tokens[t].Value);
            if (terms.SeekCeil(prefix) == TermsEnum.SeekStatus.END) continue;
            do
            {
                if (!TokenTerm.HasPrefix(terms.Term, prefix)) break;
                found[t] += IndexSnapshot.LiveCount(terms, reader, ref reuse);
                (runs[t] ??= []).Add(new Run(BytesRef.DeepCopyOf(terms.Term), terms.GetTermState(), TokenTerm.Weight(terms.Term)));
            }
            while (terms.MoveNext());
        }
        return runs;
    }

    private void Collect(AtomicReader reader, List<Run>?[] runs, double[] factors, BestHits best)
    {
        ct.ThrowIfCancellationRequested();
        if (Array.TrueForAll(runs, r => r is null)) return;
        var scores = ArrayPool<double>.Shared.Rent(reader.MaxDoc);
        try
        {
            Array.Clear(scores, 0, reader.MaxDoc);
            var terms = reader.GetTerms(RecordFields.Tokens).GetEnumerator();
            DocsEnum? docs = null;
            for (var t = 0; t < runs.Length; t++)
            {
                foreach (var run in runs[t] ?? [])
                {
                    terms.SeekExact(run.Term, run.State);
                    docs = terms.Docs(reader.LiveDocs, docs, DocsFlags.NONE);
                    var add = factors[t] * run.Weight;
                    for (var d = docs.NextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = docs.NextDoc()) scores[d] += add;
                }
            }
            Offer(reader, scores, best);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private void Offer(AtomicReader reader, double[] scores, BestHits best)
    {
        var filter = new LeafFilter(reader, query);
        var ids = reader.GetBinaryDocValues(RecordFields.Id);
        var bytes = new BytesRef(16);
        for (var d = 0; d < reader.MaxDoc; d++)
        {
            if (scores[d] <= 0 || scores[d] < best.Least || !filter.Passes(d)) continue;
            ids.Get(d, bytes);
            best.Offer(new IndexHit(new Guid(bytes.Bytes.AsSpan(bytes.Offset, 16), bigEndian: true), scores[d]));
        }
    }
}

/// <summary>The filters of a query over the columns of one leaf. What is unknown on either side passes.</summary>
internal sealed class LeafFilter
{
    private readonly Sex _sex;
    private readonly NumberRange? _birth;
    private readonly NumericDocValues? _sexes;
    private readonly NumericDocValues? _from;
    private readonly NumericDocValues? _to;
    private readonly SortedDocValues? _organisations;
    private readonly int _organisation;

    public LeafFilter(AtomicReader reader, CandidateQuery query)
    {
        (_sex, _birth) = (query.Sex, query.BirthYears);
        if (_sex != Sex.Unknown) _sexes = reader.GetNumericDocValues(RecordFields.Sex);
        if (_birth is not null) (_from, _to) = (reader.GetNumericDocValues(RecordFields.BornFrom), reader.GetNumericDocValues(RecordFields.BornTo));
        if (query.OrganisationId is not { } o) return;
        _organisations = reader.GetSortedDocValues(RecordFields.Organisation);
        _organisation = _organisations?.LookupTerm(RecordFields.IdBytes(o)) ?? -1;
    }

    public bool Passes(int doc)
    {
        if (_organisations is not null && (_organisation < 0 || _organisations.GetOrd(doc) != _organisation)) return false;
        if (_sexes is not null && (Sex)_sexes.Get(doc) is var sex && sex != Sex.Unknown && sex != _sex) return false;
        return _birth is not { } b || _from is null || _to is null
            || (BitConverter.Int64BitsToDouble(_from.Get(doc)) <= b.High && BitConverter.Int64BitsToDouble(_to.Get(doc)) >= b.Low);
    }
}
