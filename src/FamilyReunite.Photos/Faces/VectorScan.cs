using FamilyReunite.Photos.Faces.Scan;

namespace FamilyReunite.Photos.Faces;

/// <param name="Row">Of the vectors as they were given.</param>
/// <param name="Similarity">Product of the vectors, as floats; the cosine when they are of unit length.</param>
public readonly record struct Neighbour(int Row, float Similarity);

/// <summary>Exact nearest neighbours. Bytes are compared first; how far a product of bytes may be from that of floats is known, so whatever could still be among the nearest is compared again as floats and nobody is lost.</summary>
public sealed class VectorScan
{
    /// <summary>Blocks that a thread takes at a time: half a megabyte for 128 numbers.</summary>
    private const int BlocksAtOnce = 128;

    private readonly int _dimension;
    private readonly CodeSegment[] _segments;
    private readonly (int Segment, int From, int To)[] _steps;

    /// <param name="rows">Vectors of one length; they are kept, not copied.</param>
    /// <param name="former">Segments whose vectors are still the same ones are taken over from it.</param>
    public VectorScan(float[][] rows, int dimension, VectorScan? former = null)
    {
        if (dimension < 1 || Array.Exists(rows, r => r.Length != dimension)) throw new ArgumentException("The vectors are not of one length.", nameof(rows));
        (_dimension, Count) = (dimension, rows.Length);
        _segments = [.. rows.Chunk(CodeSegment.MostRows).Select((chunk, i) => former?._dimension == dimension && former._segments.ElementAtOrDefault(i) is { } held && held.Holds(chunk) ? held : new CodeSegment(chunk, dimension))];
        _steps = [.. _segments.SelectMany((s, i) => Enumerable.Range(0, (s.Blocks + BlocksAtOnce - 1) / BlocksAtOnce).Select(n => (i, n * BlocksAtOnce, Math.Min(s.Blocks, (n + 1) * BlocksAtOnce))))];
    }

    public int Count { get; }

    /// <summary>Bytes that one search reads.</summary>
    public long Bytes => _segments.Sum(s => s.Bytes);

    /// <summary>The <paramref name="k"/> most similar rows among those allowed, best first; ties by row.</summary>
    /// <param name="allowed">Asked by several threads, and only of rows that would count; null allows all.</param>
    public IReadOnlyList<Neighbour> Nearest(ReadOnlySpan<float> query, int k, Func<int, bool>? allowed = null)
    {
        if (query.Length != _dimension) throw new ArgumentException("The query is of another length.", nameof(query));
        if (k < 1 || Count == 0) return [];
        k = Math.Min(k, Count);
        var asked = new ScanQuery(query);
        var passes = Enumerable.Range(0, Math.Min(Environment.ProcessorCount, _steps.Length)).Select(_ => new ScanPass(k, allowed)).ToArray();
        var (next, bar) = (-1, float.NegativeInfinity);
        if (passes.Length == 1) Run(passes[0]);
        else Parallel.ForEach(passes, Run);
        return Again(query, passes, k);

        void Run(ScanPass pass)
        {
            for (int step; (step = Interlocked.Increment(ref next)) < _steps.Length;)
            {
                // a bar that another thread has not seen yet lets in too much at worst
                pass.Bar = MathF.Max(pass.Bar, Volatile.Read(ref bar));
                var (segment, from, to) = _steps[step];
                pass.Look(_segments[segment], segment * CodeSegment.MostRows, from, to, asked);
                if (pass.Bar > Volatile.Read(ref bar)) Volatile.Write(ref bar, pass.Bar);
            }
        }
    }

    /// <summary>Compares as floats every row whose best case reaches the k-th best worst case of all.</summary>
    private List<Neighbour> Again(ReadOnlySpan<float> query, ScanPass[] passes, int k)
    {
        var kth = passes.SelectMany(p => p.WorstCases).OrderDescending().Skip(k - 1).FirstOrDefault(float.NegativeInfinity);
        var floor = MathF.Max(kth, passes.Max(p => p.Bar));
        var found = new List<Neighbour>();
        foreach (var pass in passes)
            foreach (var (row, most) in pass.Maybe)
                if (most >= floor) found.Add(new Neighbour(row, Exact(query, _segments[row / CodeSegment.MostRows].Rows[row % CodeSegment.MostRows])));
        return [.. found.OrderByDescending(n => n.Similarity).ThenBy(n => n.Row).Take(k)];
    }

    private static float Exact(ReadOnlySpan<float> query, float[] row)
    {
        var sum = 0f;
        for (var i = 0; i < row.Length; i++) sum += query[i] * row[i];
        return sum;
    }
}
