using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Scoring;

namespace FamilyReunite.Search.Postings;

/// <summary>Answers queries from <see cref="FlatPostings"/>, stretch of records by stretch, so that the sums being built stay in the processor's second cache.
/// Exact: every entry of every token is added, in the order and precision of the one-by-one search. Not thread-safe; reused from query to query.</summary>
public sealed class FlatSearch(FlatPostings postings)
{
    /// <summary>Records a stretch: 128 KB of sums.</summary>
    private const int StretchBits = 14;
    private const int Stretch = 1 << StretchBits;

    private readonly double[] _sums = new double[Stretch];
    private readonly BestRecords _best = new(postings.Records.Ids);
    private long[] _at = [];
    private double[] _adds = [];

    /// <summary>Numbers of the best records (see <see cref="FlatPostings.Ids"/>), best first.</summary>
    public int[] Best(FlatQuery query)
    {
        var records = postings.Records.Ids.Length;
        if (query.Limit <= 0 || records == 0) return [];
        Prepare(query, records);
        _best.Begin(query.Limit, double.Epsilon);
        for (var first = 0; first < records; first += Stretch)
        {
            Add(query, first);
            Offer(query, first, Math.Min(Stretch, records - first));
        }
        return _best.InOrder();
    }

    private void Prepare(FlatQuery query, int records)
    {
        var weights = postings.Weights;
        if (_at.Length < query.Tokens.Length) (_at, _adds) = (new long[query.Tokens.Length], new double[query.Tokens.Length * weights.Length]);
        for (var t = 0; t < query.Tokens.Length; t++)
        {
            var token = query.Tokens[t];
            _at[t] = postings.Starts[token];
            var factor = query.Weights[t] * TokenScore.Idf(records, postings.Starts[token + 1] - postings.Starts[token]);
            for (var w = 0; w < weights.Length; w++) _adds[t * weights.Length + w] = factor * weights[w];
        }
    }

    private void Add(FlatQuery query, int first)
    {
        // one above the last entry of the stretch; the last stretch of all has no entry above it
        var limit = (ulong)(first + Stretch) << FlatPostings.WeightBits;
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        ref var entries = ref MemoryMarshal.GetArrayDataReference(postings.Entries);
        for (var t = 0; t < query.Tokens.Length; t++)
        {
            var (at, end) = (_at[t], postings.Starts[query.Tokens[t] + 1]);
            ref var adds = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_adds), t * postings.Weights.Length);
            for (; at < end; at++)
            {
                var entry = Unsafe.Add(ref entries, (nint)at);
                if (entry >= limit) break;
                Unsafe.Add(ref sums, (nint)((entry >> FlatPostings.WeightBits) & (Stretch - 1))) += Unsafe.Add(ref adds, (nint)(entry & (FlatPostings.MostWeights - 1)));
            }
            _at[t] = at;
        }
    }

    private void Offer(FlatQuery query, int first, int count)
    {
        var width = Vector<double>.Count;
        var least = new Vector<double>(_best.Least);
        for (var i = 0; i < count; i += width)
        {
            if (!Vector.GreaterThanOrEqualAny(new Vector<double>(_sums, i), least)) continue;
            for (var j = i; j < Math.Min(i + width, count); j++)
                if (_sums[j] >= _best.Least && Passes(query, first + j)) _best.Offer(first + j, _sums[j]);
            least = new Vector<double>(_best.Least);
        }
        Array.Clear(_sums, 0, count);
    }

    private bool Passes(FlatQuery query, int record)
    {
        var columns = postings.Records;
        if (query.Sex != Sex.Unknown && (Sex)columns.Sexes[record] is var sex && sex != Sex.Unknown && sex != query.Sex) return false;
        return query.BirthYears is not { } b || (columns.BornFrom[record] <= b.High && columns.BornTo[record] >= b.Low);
    }
}
