using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Photos.Reading.Child;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests.Safety;

/// <summary>What becomes of a decoding process that ends or hangs. Linux only: the processes are found and signalled by number.</summary>
[Collection(nameof(Alone))]
public sealed class LostWorkerTests : IDisposable
{
    private static readonly byte[] Photo = Pictures.Encode(64, 48, SKEncodedImageFormat.Jpeg);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));
    private readonly ChildPhotoReader _reader;

    public LostWorkerTests() => _reader = new ChildPhotoReader(_clock);

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void Read_WorkerWasKilled_IsReadByANewOne()
    {
        var first = Worker();
        Signal(first, "KILL");
        Assert.True(_reader.Read(Photo).Succeeded);
        Assert.NotEqual(first, Worker());
    }

    [Fact]
    public async Task Read_WorkerHangs_IsStoppedInTimeAndReadByANewOne()
    {
        var first = Worker();
        Signal(first, "STOP");
        var reading = Task.Run(() => _reader.Read(Photo));
        for (var i = 0; i < 400 && Children().Contains(first); i++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
            // the first wait is real time in which the file is sent, then the clock passes the limit
            if (i > 8) _clock.Advance(ChildLimits.PhotoTime / 4);
        }
        Assert.True((await reading).Succeeded);
        Assert.DoesNotContain(first, Children());
    }

    [Fact]
    public void Dispose_EndsTheProcesses()
    {
        var first = Worker();
        _reader.Dispose();
        Assert.True(SpinWait.SpinUntil(() => !Children().Contains(first), TimeSpan.FromSeconds(10)));
    }

    private int Worker()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are signalled by number");
        var before = Children();
        Assert.True(_reader.Read(Photo).Succeeded);
        var now = Children();
        return Assert.Single(now.Except(before).Any() ? now.Except(before) : now);
    }

    private static void Signal(int process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Living decoding processes of this test process.</summary>
    private static List<int> Children()
    {
        var found = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var process)) continue;
            try
            {
                // pid (name) state parent …
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[0] != "Z" && fields[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture) && File.ReadAllText(Path.Combine(folder, "cmdline")).Contains("Photos.Worker", StringComparison.Ordinal)) found.Add(process);
            }
            catch (IOException)
            {
                // it ended between the listing and the reading
            }
        }
        return found;
    }
}
