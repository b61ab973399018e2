using System.Diagnostics;
using FamilyReunite.Photos.Reading.Child;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests.Safety;

/// <summary>Photos of every format with bytes changed, cut out, doubled or taken from another file. PHOTO_MUTATIONS=100000 runs the long form (some minutes).</summary>
[Collection(nameof(Alone))]
public sealed class MutatedFilesTests(ITestOutputHelper output) : IDisposable
{
    private const int Short = 400;
    private const long MostMemory = 50_000_000;

    private readonly ChildPhotoReader _reader = new(TimeProvider.System);

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void Read_MutatedFiles_EachIsAnsweredAndTheServersMemoryStays()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PHOTO_MUTATIONS"), out var wished) ? wished : Short;
        byte[][] seeds =
        [
            Pictures.Encode(64, 48, SKEncodedImageFormat.Jpeg), Pictures.Encode(64, 48, SKEncodedImageFormat.Png), Pictures.Encode(64, 48, SKEncodedImageFormat.Webp), Pictures.CmykJpeg(),
            Pictures.WithOrientation(Pictures.Encode(64, 48, SKEncodedImageFormat.Jpeg), 6), Pictures.SixteenBitPng(32, 24), Pictures.Heic("upright.heic"), Pictures.Heic("turned.heic"),
        ];
        var random = new Random(20261125);
        foreach (var seed in seeds) Assert.True(_reader.Read(seed).Succeeded);
        var (answers, before, most, clock) = (new SortedDictionary<string, int>(StringComparer.Ordinal), Memory(), 0L, Stopwatch.StartNew());
        for (var i = 0; i < count; i++)
        {
            var outcome = _reader.Read(Mutate(seeds[i % seeds.Length], seeds, random));
            var answer = outcome.Succeeded ? "read" : outcome.Problems[0].Code;
            answers[answer] = answers.GetValueOrDefault(answer) + 1;
            if (i % 1000 == 999) most = Math.Max(most, Memory() - before);
        }
        most = Math.Max(most, Memory() - before);
        output.WriteLine($"{count:N0} files in {clock.Elapsed.TotalSeconds:N0} s; memory rise {most / 1e6:N1} MB; {string.Join(", ", answers.Select(a => $"{a.Key} {a.Value:N0}"))}");
        Assert.All(answers.Keys.Where(a => a != "read"), a => Assert.StartsWith("photo.", a));
        Assert.True(most < MostMemory, $"memory rose by {most:N0} bytes");
        foreach (var seed in seeds) Assert.True(_reader.Read(seed).Succeeded);
    }

    private static byte[] Mutate(byte[] seed, byte[][] seeds, Random random)
    {
        var bytes = (byte[])seed.Clone();
        for (var n = random.Next(1, 12); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        var (from, length) = (random.Next(bytes.Length), random.Next(1, 64));
        return random.Next(8) switch
        {
            0 => bytes[..from],
            1 => [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + length)..]],
            2 => [.. bytes[..from], .. bytes[from..Math.Min(bytes.Length, from + length)], .. bytes[from..]],
            3 => [.. bytes[..from], .. seeds[random.Next(seeds.Length)].AsSpan(from % 100)],
            _ => bytes,
        };
    }

    private static long Memory()
    {
        GC.Collect();
        return Environment.WorkingSet;
    }
}
