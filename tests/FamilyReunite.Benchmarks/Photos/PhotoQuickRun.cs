using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;
using SkiaSharp;

namespace FamilyReunite.Benchmarks.Photos;

/// <summary>What it takes to read a photo: in the process that asks, and through the confined process as the server does, one after the other and on all processors.</summary>
internal static class PhotoQuickRun
{
    private const int Rounds = 24;

    public static void Run()
    {
        var c = CultureInfo.InvariantCulture;
        Console.WriteLine(string.Create(c, $"Workload: drawn photos with noise; header, pixels, upright, 1600 px and 320 px WebP, both hashes and their mirrored form; {Rounds} reads each; {Environment.ProcessorCount} processors."));
        Console.WriteLine("| photo | kB | read alone, ms | through the confined process, ms | p95, ms | photos/s, all processors |");
        Console.WriteLine("|---|---|---|---|---|---|");
        using var child = new ChildPhotoReader(TimeProvider.System);
        var alone = new SkiaPhotoReader();
        foreach (var (width, height, format) in new[] { (1600, 1200, SKEncodedImageFormat.Jpeg), (4032, 3024, SKEncodedImageFormat.Jpeg), (8160, 6120, SKEncodedImageFormat.Jpeg), (2000, 1500, SKEncodedImageFormat.Png), (2000, 1500, SKEncodedImageFormat.Webp) })
        {
            var bytes = Draw(width, height, format);
            var (here, there) = (Times(alone, bytes), Times(child, bytes));
            var watch = Stopwatch.StartNew();
            Parallel.For(0, Rounds * 2, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, _ => Must(child, bytes));
            Console.WriteLine(string.Create(c, $"| {format} {width} × {height} | {bytes.Length / 1000:N0} | {here[Rounds / 2]:0.0} | {there[Rounds / 2]:0.0} | {there[Rounds * 95 / 100]:0.0} | {Rounds * 2 / watch.Elapsed.TotalSeconds:0.0} |"));
        }
    }

    private static double[] Times(IPhotoReader reader, byte[] bytes)
    {
        for (var i = 0; i < 3; i++) Must(reader, bytes);
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            Must(reader, bytes);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }
        Array.Sort(times);
        return times;
    }

    private static void Must(IPhotoReader reader, byte[] bytes)
    {
        if (!reader.Read(bytes).Succeeded) throw new InvalidOperationException("The photo was refused.");
    }

    /// <summary>Shapes and noise, so that the file is as large as a photo of its size.</summary>
    private static byte[] Draw(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        var noise = new Random(20261125);
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var (x, y, grain) = (i / 4 % width, i / 4 / width, noise.Next(12));
            (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = ((byte)(x * 200 / width + grain), (byte)(y * 200 / height + grain), (byte)((x / 97 + y / 61) % 2 * 90 + grain), 255);
        }
        using var data = bitmap.Encode(format, 85);
        return data.ToArray();
    }
}
