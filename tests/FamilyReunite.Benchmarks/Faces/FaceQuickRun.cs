using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Storage;

namespace FamilyReunite.Benchmarks.Faces;

/// <summary>Search among invented faces of 128 numbers: milliseconds a question with and without a filter beside a plain reading of as many bytes, that the twenty nearest are those of a plain comparison of floats, and how long the sealed file takes to open.</summary>
internal static class FaceQuickRun
{
    private const int Dimension = 128, Nearest = 20, Asked = 200, Compared = 5;

    public static void Run(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            var random = new Random(7);
            var entries = new FaceEntry[size];
            for (var row = 0; row < size; row++) entries[row] = new FaceEntry(new Guid(row, 1, 0, new byte[8]), new Guid(row, 2, 0, new byte[8]), IsReport: true, Clear: true, 2020, Unit(random));
            Search(entries, random);
            Open(entries);
        }
    }

    private static void Search(FaceEntry[] entries, Random random)
    {
        var from = Stopwatch.GetTimestamp();
        var scan = new VectorScan(Array.ConvertAll(entries, e => e.Values), Dimension);
        var laid = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        var queries = Enumerable.Range(0, Asked).Select(_ => Unit(random)).ToArray();
        var gallery = new FaceGallery("bench", entries, Dimension).With(id => new FaceTraits(id.ToByteArray()[0] % 2 == 0 ? Sex.Male : Sex.Female, new NumberRange(1950 + id.ToByteArray()[1] % 60, 1960 + id.ToByteArray()[1] % 60), new Guid(id.ToByteArray()[0], 0, 0, new byte[8])));
        var plain = Median(queries, q => scan.Nearest(q, Nearest));
        var bySexAndAge = Median(queries, q => gallery.Nearest(new FaceQuery(q, RecordKind.Missing, Nearest, new FaceFilter(Sex.Male, new NumberRange(1960, 1965)))));
        var byStation = Median(queries, q => gallery.Nearest(new FaceQuery(q, RecordKind.Missing, Nearest, new FaceFilter(OrganisationId: new Guid(7, 0, 0, new byte[8])))));
        var read = Median(queries, ReadOf(scan.Bytes));
        var kept = queries.Take(Compared).Sum(q => scan.Nearest(q, Nearest).Select(n => n.Row).Intersect(ByFloats(entries, q)).Count());
        Print($"faces {entries.Length,9:N0} × {Dimension}: median {plain.Median:0.00} ms, 95 % {plain.Late:0.00} ms, {scan.Bytes / plain.Median / 1e6:0.0} GB/s; reading {scan.Bytes / 1e6:0} MB plainly {read.Median:0.00} ms, {scan.Bytes / read.Median / 1e6:0.0} GB/s; recall {kept / (double)(Compared * Nearest):0.000}");
        Print($"  by sex and age {bySexAndAge.Median:0.00} ms, in one station of 256 {byStation.Median:0.00} ms; bytes laid out in {laid:0} ms");
    }

    private static void Open(FaceEntry[] entries)
    {
        var folder = Directory.CreateTempSubdirectory("family-reunite-bench-");
        try
        {
            var (path, key) = (Path.Combine(folder.FullName, "a.vectors"), BlobKey.OpenOrCreate(Path.Combine(folder.FullName, "a.key"), mayMake: true));
            new VectorFile(path, "bench", Dimension, key).Put(entries);
            var from = Stopwatch.GetTimestamp();
            var file = new VectorFile(path, "bench", Dimension, key);
            var all = file.Read();
            var unsealed = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            from = Stopwatch.GetTimestamp();
            var gallery = new FaceGallery("bench", all, Dimension);
            var laid = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            file.Put([entries[^1] with { Year = 2021, Values = [.. entries[0].Values] }]);
            from = Stopwatch.GetTimestamp();
            _ = new FaceGallery("bench", file.Read(), Dimension, gallery);
            Print($"  opening {new FileInfo(path).Length / 1e6:0} MB: unsealed in {unsealed:0} ms, laid out in {laid:0} ms; after one face changed {Stopwatch.GetElapsedTime(from).TotalMilliseconds:0} ms");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads as many bytes once, on all processors, doing next to nothing with them.</summary>
    private static Action<float[]> ReadOf(long length)
    {
        var parts = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new byte[length / Environment.ProcessorCount]).ToArray();
        foreach (var part in parts) part.AsSpan().Fill(1);
        var sum = 0L;
        return _ => Parallel.ForEach(parts, part =>
        {
            var (a, b, c, d) = (Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero);
            var words = MemoryMarshal.Cast<byte, Vector<long>>(part);
            for (var i = 0; i + 4 <= words.Length; i += 4) (a, b, c, d) = (a + words[i], b + words[i + 1], c + words[i + 2], d + words[i + 3]);
            Interlocked.Add(ref sum, Vector.Sum(a + b + c + d));
        });
    }

    private static (double Median, double Late) Median(float[][] queries, Action<float[]> ask)
    {
        foreach (var q in queries.Take(20)) ask(q);
        var times = queries.Select(q =>
        {
            var from = Stopwatch.GetTimestamp();
            ask(q);
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }).Order().ToList();
        return (times[times.Count / 2], times[times.Count * 95 / 100]);
    }

    private static IEnumerable<int> ByFloats(FaceEntry[] entries, float[] query) => Enumerable.Range(0, entries.Length).OrderByDescending(row =>
    {
        var (sum, values) = (0f, entries[row].Values);
        for (var i = 0; i < Dimension; i++) sum += query[i] * values[i];
        return sum;
    }).Take(Nearest);

    private static float[] Unit(Random random)
    {
        var vector = new float[Dimension];
        var length = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            length += vector[i] * vector[i];
        }
        for (var i = 0; i < vector.Length; i++) vector[i] /= (float)Math.Sqrt(length);
        return vector;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
