using System.Diagnostics;
using FamilyReunite.Casework;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Cli.Bench;

/// <summary>One size: data, index, a whole night and a night after a few changes, through the parts that the server uses.</summary>
internal sealed class BenchRun(Session session, TimeProvider clock)
{
    private const int AskedPersons = 200;
    private const int RecordsPerWrite = 200;
    private static readonly string[] Things = ["手电筒", "旧收音机", "红布包", "一串钥匙", "搪瓷缸", "竹篮"];

    private IDbContextFactory<ReuniteDb> Databases => session.Get<IDbContextFactory<ReuniteDb>>();

    public async Task<Outcome<BenchFigures>> RunAsync(BenchSize size, CancellationToken ct)
    {
        await session.PrepareAsync(ct);
        var (fill, index) = await MakeAsync(size, ct);
        if (session.Get<IIndexSource>().Open() is not { Value: { } open }) return session.Get<IIndexSource>().Open().Problems.ToArray();
        await Feed(ct);
        var top = await TopAsync(open, ct);
        var used = Environment.CpuUsage.TotalTime;
        var (night, nightPeak) = await NightAsync(all: true, ct);
        var processors = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        if (!night.Succeeded) return night.Problems.ToArray();
        var changed = await ChangeAsync(size.Changed, ct);
        var feed = await TimedAsync(() => Feed(ct));
        var (small, smallPeak) = await NightAsync(all: false, ct);
        if (!small.Succeeded) return small.Problems.ToArray();
        var (n, s) = (night.Value!.Summary, small.Value!.Summary);
        return new BenchFigures(size.Persons, size.Reports, fill, index, n.Seconds, processors, n.Stages, n.Tally.Pairs, n.Tally.New, nightPeak, changed, feed, s.Seconds, s.Stages, s.Tally.Pairs, smallPeak, top[top.Count / 2], top[(int)(top.Count * 0.95)]);
    }

    private async Task<(double? Fill, double? Index)> MakeAsync(BenchSize size, CancellationToken ct)
    {
        await using var db = await Databases.CreateDbContextAsync(ct);
        if (await db.Records.AnyAsync(ct)) return (null, null);
        var fill = await TimedAsync(() => session.ProgressAsync(session.Say("bench.fill"), async bar =>
        {
            await new BenchData(Databases, clock).FillAsync(size.Persons, size.Reports, size.Seed, bar, ct);
            return true;
        }));
        var index = await TimedAsync(() => session.ProgressAsync(session.Say("bench.index"), bar => session.Get<IndexFeeder>().CatchUpAsync(Progressing.Of(bar), ct)));
        return (fill, index);
    }

    private async Task Feed(CancellationToken ct) => await session.Get<IndexFeeder>().CatchUpAsync(null, ct);

    private async Task<(Outcome<MatchRunResult> Result, double PeakMb)> NightAsync(bool all, CancellationToken ct)
    {
        PeakMemory.Begin();
        var result = await session.ProgressAsync(session.Say("match.progress"), bar => session.Get<MatchRunner>().RunAsync(null, all, Progressing.Of(bar), ct));
        return (result, PeakMemory.Megabytes());
    }

    private async Task<IReadOnlyList<double>> TopAsync(ICandidateIndex index, CancellationToken ct)
    {
        await using var db = await Databases.CreateDbContextAsync(ct);
        var versions = await db.MissingReports.Where(r => r.Status == RecordStatus.Open).Select(r => new { r.Id, r.Version }).ToDictionaryAsync(r => r.Id, r => r.Version, ct);
        var persons = await db.StrandedPersons.OrderBy(p => p.Id).Select(p => new { p.Id, p.Version }).Take(AskedPersons).ToDictionaryAsync(p => p.Id, p => p.Version, ct);
        var clues = session.Get<ClueSource>();
        var asked = await clues.ReadAsync(db, persons, ct);
        return await new TopTwenty(index, session.Get<IClueTokenizer>(), clues, session.Get<IPairScorer>(), session.Get<MatchOptions>()).MeasureAsync([.. asked.Values], versions, ct);
    }

    /// <summary>Adds a belonging to a share of all records, evenly spread, by the ordinary way of writing.</summary>
    private async Task<int> ChangeAsync(double share, CancellationToken ct)
    {
        await using var names = await Databases.CreateDbContextAsync(ct);
        var every = Math.Max(1, (int)Math.Round(1 / share));
        var ids = (await names.Records.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct)).Where((_, i) => i % every == 0).ToList();
        foreach (var chunk in ids.Chunk(RecordsPerWrite))
        {
            await using var db = await Databases.CreateDbContextAsync(ct);
            var records = await db.Records.Include(r => r.Facts).Where(r => chunk.Contains(r.Id)).ToListAsync(ct);
            foreach (var r in records) Add(db, r);
            await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(NewId(), Actor.System("bench"), "report.import-updated", "bench", chunk[0]), ct, records);
        }
        return ids.Count;
    }

    private void Add(ReuniteDb db, CaseRecord record)
    {
        var thing = Things[(int)(record.Version + record.Id.GetHashCode() & int.MaxValue) % Things.Length];
        var fact = new Fact(NewId(), FactKind.Belonging, thing, null, FactSource.Observed, null, null, clock.GetUtcNow());
        record.Add(fact);
        db.Entry(fact).State = EntityState.Added;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

/// <param name="Changed">0 to 1: share of all records that change before the second night.</param>
internal sealed record BenchSize(int Persons, int Reports, double Changed, int Seed);
