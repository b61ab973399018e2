using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Benchmarks.Faces;

/// <summary>Search among invented faces of 128 numbers: milliseconds a question, and that the twenty nearest are those of a plain comparison of floats.</summary>
internal static class FaceQuickRun
{
    private const int Dimension = 128, Nearest = 20, Asked = 50;

    public static void Run(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            var random = new Random(7);
            var values = new float[size * Dimension];
            for (var row = 0; row < size; row++) Fill(random, values.AsSpan(row * Dimension, Dimension));
            var scan = new VectorScan(values, Dimension);
            var (times, kept) = (new List<double>(), 0);
            for (var i = 0; i < Asked; i++)
            {
                var query = new float[Dimension];
                Fill(random, query);
                var from = Stopwatch.GetTimestamp();
                var found = scan.Nearest(query, Nearest);
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                if (i < 5) kept += found.Select(n => n.Row).Intersect(Plain(values, query, size)).Count();
            }
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"faces {size,9:N0} × {Dimension}: median {times[Asked / 2]:0.0} ms, 95 % {times[Asked * 95 / 100]:0.0} ms, recall {kept / (5.0 * Nearest):0.000}"));
        }
    }

    private static IEnumerable<int> Plain(float[] values, float[] query, int size) => Enumerable.Range(0, size).OrderByDescending(row =>
    {
        var sum = 0f;
        for (var i = 0; i < Dimension; i++) sum += query[i] * values[row * Dimension + i];
        return sum;
    }).Take(Nearest);

    private static void Fill(Random random, Span<float> vector)
    {
        var length = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            length += vector[i] * vector[i];
        }
        for (var i = 0; i < vector.Length; i++) vector[i] /= (float)Math.Sqrt(length);
    }
}
