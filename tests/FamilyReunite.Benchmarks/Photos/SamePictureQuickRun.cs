using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FamilyReunite.Benchmarks.Photos;

/// <summary>"This photo was already used": the look-up through the bands among many photos of one SQLite database.</summary>
internal static class SamePictureQuickRun
{
    private const int LookUps = 200;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        var c = CultureInfo.InvariantCulture;
        Console.WriteLine(string.Create(c, $"Workload: photos with hashes drawn at random; {LookUps} look-ups with the mirrored form, half of them copies that differ in 1 to 8 bits."));
        Console.WriteLine("| photos | inserted/s | database, B/photo | look-up p50, ms | p95, ms | copies found | strangers found |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var n in sizes) Console.WriteLine(await MeasureAsync(n, c));
    }

    private static async Task<string> MeasureAsync(int n, CultureInfo c)
    {
        var folder = Directory.CreateTempSubdirectory("reunite-bench-");
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(folder.FullName, "reunite.db"));
        var (random, seconds) = (new Random(1), 0.0);
        var hashes = new PictureHash[n];
        await using (var db = new ReuniteDb(options.Options))
        {
            await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
            seconds = await FillAsync(db, hashes, random);
        }
        var (times, copies, strangers) = (new double[LookUps], 0, 0);
        for (var i = 0; i < LookUps; i++)
        {
            await using var db = new ReuniteDb(options.Options);
            var isCopy = i % 2 == 0;
            var wanted = isCopy ? Changed(hashes[random.Next(n)], 1 + i % 8, random) : new PictureHash(random.NextInt64(), random.NextInt64());
            var watch = Stopwatch.StartNew();
            var found = await SamePictures.FindAsync(db, wanted, new PictureHash(random.NextInt64(), random.NextInt64()), Guid.Empty, CancellationToken.None);
            times[i] = watch.Elapsed.TotalMilliseconds;
            if (isCopy) copies += found.Count > 0 ? 1 : 0;
            else strangers += found.Count;
        }
        Array.Sort(times);
        var bytes = folder.GetFiles().Sum(f => f.Length);
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return string.Create(c, $"| {n:N0} | {n / seconds:N0} | {bytes / n:N0} | {times[LookUps / 2]:0.0} | {times[LookUps * 95 / 100]:0.0} | {copies} of {LookUps / 2} | {strangers} |");
    }

    private static async Task<double> FillAsync(ReuniteDb db, PictureHash[] hashes, Random random)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var station = new Organisation(Guid.CreateVersion7(at), OrganisationKind.Station, "测试救助管理站", "4403", null);
        var person = new StrandedPerson(Guid.CreateVersion7(at), station.Id, "4403", at);
        db.AddRange(station, person);
        await db.SaveChangesAsync();
        var watch = Stopwatch.StartNew();
        await using var transaction = await db.Database.BeginTransactionAsync();
        using (var rows = new RowInserter(db, typeof(Attachment), transaction.GetDbTransaction(), ("RecordId", person.Id)))
        {
            for (var i = 0; i < hashes.Length; i++)
            {
                hashes[i] = new PictureHash(random.NextInt64(), random.NextInt64());
                rows.Add(new Attachment(Guid.CreateVersion7(at.AddMilliseconds(i)), AttachmentKind.Photo, i.ToString("x64", CultureInfo.InvariantCulture), "image/jpeg", 1, "a.jpg", 1, 1, hashes[i].Difference, null, null, at) { CosineHash = hashes[i].Cosine });
            }
        }
        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    private static PictureHash Changed(PictureHash hash, int bits, Random random)
    {
        for (var i = 0; i < bits; i++) hash = random.Next(2) == 0 ? hash with { Difference = hash.Difference ^ (1L << random.Next(64)) } : hash with { Cosine = hash.Cosine ^ (1L << random.Next(64)) };
        return hash;
    }
}
