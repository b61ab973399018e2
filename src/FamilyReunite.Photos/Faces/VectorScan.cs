using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FamilyReunite.Photos.Faces;

/// <param name="Row">Of the vectors as they were given.</param>
/// <param name="Similarity">Cosine of the unit vectors, as floats.</param>
public readonly record struct Neighbour(int Row, float Similarity);

/// <summary>Exact nearest neighbours of unit vectors. Bytes are compared first; the error of a byte vector is known, so whatever could still be among the nearest is compared again as floats and nothing is lost.</summary>
public sealed class VectorScan
{
    private readonly int _dimension;
    private readonly float[] _floats;
    private readonly sbyte[] _bytes;
    private readonly float[] _scales;
    private readonly float[] _errors;

    /// <param name="vectors">Unit vectors one after the other.</param>
    public VectorScan(float[] vectors, int dimension)
    {
        if (dimension < 1 || vectors.Length % dimension != 0) throw new ArgumentException("The vectors are not of one length.", nameof(vectors));
        (_dimension, _floats, _bytes) = (dimension, vectors, new sbyte[vectors.Length]);
        Count = vectors.Length / dimension;
        (_scales, _errors) = (new float[Count], new float[Count]);
        for (var row = 0; row < Count; row++) (_scales[row], _errors[row]) = Quantise(vectors.AsSpan(row * dimension, dimension), _bytes.AsSpan(row * dimension, dimension));
    }

    public int Count { get; }

    /// <summary>The <paramref name="k"/> most similar rows among those allowed, best first; ties by row.</summary>
    /// <param name="allowed">By sex, age or station; null allows all.</param>
    public IReadOnlyList<Neighbour> Nearest(ReadOnlySpan<float> query, int k, Func<int, bool>? allowed = null)
    {
        if (query.Length != _dimension) throw new ArgumentException("The query is of another length.", nameof(query));
        if (k < 1 || Count == 0) return [];
        var bytes = new sbyte[_dimension];
        var (scale, error) = Quantise(query, bytes);
        var rough = new float[Count];
        var parts = Math.Min(Environment.ProcessorCount, Math.Max(1, Count / 4096));
        var floors = new float[parts];
        Parallel.For(0, parts, part =>
        {
            var worst = new PriorityQueue<int, float>(k + 1);
            var bar = float.NegativeInfinity;
            for (var row = (int)((long)Count * part / parts); row < (long)Count * (part + 1) / parts; row++)
            {
                rough[row] = allowed?.Invoke(row) == false ? float.NegativeInfinity : scale * _scales[row] * Dot(bytes, _bytes.AsSpan(row * _dimension, _dimension));
                var least = rough[row] - Slack(row, error);
                if (!(least > bar)) continue;
                if (worst.Count < k) worst.Enqueue(row, least);
                else worst.DequeueEnqueue(row, least);
                if (worst.Count == k && worst.TryPeek(out _, out var kth)) bar = kth;
            }
            floors[part] = bar;
        });
        return Again(query, rough, error, floors.Max(), k);
    }

    /// <summary>Compares as floats every row whose best case reaches the floor: the highest of the parts' k-th best worst cases.</summary>
    private List<Neighbour> Again(ReadOnlySpan<float> query, float[] rough, float queryError, float floor, int k)
    {
        var found = new List<Neighbour>();
        for (var row = 0; row < rough.Length; row++)
            if (!float.IsNegativeInfinity(rough[row]) && rough[row] + Slack(row, queryError) >= floor) found.Add(new Neighbour(row, Exact(query, row)));
        return [.. found.OrderByDescending(n => n.Similarity).ThenBy(n => n.Row).Take(k)];
    }

    /// <summary>|u·v − û·v̂| ≤ |u − û||v| + |û||v − v̂|, and a little for the rounding of floats.</summary>
    private float Slack(int row, float queryError) => queryError + (1 + queryError) * _errors[row] + 1e-5f;

    private float Exact(ReadOnlySpan<float> query, int row)
    {
        var sum = 0f;
        for (var i = 0; i < _dimension; i++) sum += query[i] * _floats[row * _dimension + i];
        return sum;
    }

    private static (float Scale, float Error) Quantise(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var most = 0f;
        foreach (var v in vector) most = Math.Max(most, Math.Abs(v));
        var scale = most > 0 ? most / 127 : 1;
        var error = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)Math.Round(vector[i] / scale);
            error += Math.Pow(vector[i] - scale * bytes[i], 2);
        }
        return (scale, (float)Math.Sqrt(error));
    }

    private static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var (sum, i) = (0, 0);
        if (Avx2.IsSupported)
        {
            ref var x = ref MemoryMarshal.GetReference(a);
            ref var y = ref MemoryMarshal.GetReference(b);
            var total = Vector256<int>.Zero;
            for (; i + 16 <= a.Length; i += 16)
                total += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref x, (nuint)i)), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref y, (nuint)i)));
            sum = Vector256.Sum(total);
        }
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
