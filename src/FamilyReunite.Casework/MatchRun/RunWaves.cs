using FamilyReunite.Casework.Ledger;
using FamilyReunite.Domain.Records;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Takes the persons of a run wave by wave and chunk by chunk. While one wave is explained and saved, the reports of the next are chosen, if there are enough to lay the postings out; while one chunk is saved, the next is explained.</summary>
internal sealed class RunWaves(NightFieldMaker fields, MatchChunks chunks, TimeProvider clock, MatchOptions options, ILogger<RunWaves> log)
{
    private static readonly Dictionary<Guid, Shortlist> Nothing = [];

    /// <param name="began">When the run began, planning included.</param>
    public async Task<RunStages> RunAsync(JobTicket ticket, IRunCourse course, MatchPorts ports, RunPlan plan, RunPace pace, long began, CancellationToken ct)
    {
        var whole = course.Left.Where(p => !plan.Concerns.TryGetValue(p, out var concern) || concern.Whole).ToHashSet();
        var run = new Way(ticket, course, ports, plan, pace);
        pace.Saved(0);
        var planned = clock.GetElapsedTime(began).TotalSeconds;
        var together = whole.Count >= options.FieldFrom && (long)whole.Count * options.ReportsPerQuestion >= await ports.Index.CountAsync(RecordKind.Missing, ct);
        var field = !together ? null : await Alive(course, fields.MakeAsync(ports, whole, ct), ct);
        var prepared = clock.GetElapsedTime(began).TotalSeconds - planned;
        var wave = await course.NextAsync(ct);
        var choosing = Choose(run, field, wave, ct);
        while (wave is not null)
        {
            var lists = await Alive(course, choosing, ct);
            var next = await course.NextAsync(ct);
            choosing = Choose(run, field, next, ct);
            try
            {
                await SaveAsync(run, wave, [.. wave.Persons.Chunk(field is null ? options.ChunkSize : options.WaveChunkSize).Select(c => new Comparison(c, plan.Concerns, lists))], ct);
            }
            catch (ShareLostException)
            {
                log.ShareLost(ticket.Slot);
            }
            catch
            {
                await EndAsync(choosing);
                throw;
            }
            wave = next;
        }
        return new RunStages(planned, prepared, field?.Seconds.Retrieve ?? 0, field?.Seconds.Score ?? 0, run.Saving);
    }

    private static Task<IReadOnlyDictionary<Guid, Shortlist>> Choose(Way run, NightField? field, IRunWave? wave, CancellationToken ct)
    {
        if (field is null || wave is null) return Task.FromResult<IReadOnlyDictionary<Guid, Shortlist>>(Nothing);
        var (before, persons) = (run.Taken, wave.Persons);
        run.Taken += persons.Count;
        return Task.Run(() => field.Shortlists(persons, share => run.Pace.Chosen(before + share * persons.Count), ct), ct);
    }

    private async Task SaveAsync(Way run, IRunWave wave, Comparison[] asked, CancellationToken ct)
    {
        var from = clock.GetTimestamp();
        var next = asked.Length > 0 ? chunks.CompareAsync(run.Ports, asked[0], ct) : null;
        for (var i = 0; i < asked.Length; i++)
        {
            var compared = await next!;
            var following = i + 1 < asked.Length ? asked[i + 1] : null;
            next = following is null ? null : Task.Run(() => chunks.CompareAsync(run.Ports, following, ct), ct);
            try
            {
                await chunks.SaveAsync(run.Ports, compared, "job:" + run.Ticket.Job, (db, tally) => wave.AdvanceAsync(db, compared.Ask.Persons, tally, ct), ct);
            }
            catch
            {
                if (next is not null && await EndAsync(next) is { } left) await left.DisposeAsync();
                throw;
            }
            wave.Saved();
            run.Pace.Saved(run.Saved += compared.Ask.Persons.Count);
        }
        run.Saving += clock.GetElapsedTime(from).TotalSeconds;
    }

    /// <summary>Gives signs of life while something long goes on, so that no other process takes the run for dead.</summary>
    private async Task<T> Alive<T>(IRunCourse course, Task<T> work, CancellationToken ct)
    {
        while (await Task.WhenAny(work, Task.Delay(JobLedger.Silence / 4, clock, ct)) != work && !ct.IsCancellationRequested) await course.AliveAsync(ct);
        return await work;
    }

    /// <summary>Work that goes on beside a run that broke must not outlive it; what stopped it is told by the run itself.</summary>
    private static async Task<T?> EndAsync<T>(Task<T> work)
    {
        await work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return work.IsCompletedSuccessfully ? work.Result : default;
    }

    /// <summary>One run under way in this process.</summary>
    private sealed record Way(JobTicket Ticket, IRunCourse Course, MatchPorts Ports, RunPlan Plan, RunPace Pace)
    {
        /// <summary>Persons of the waves whose reports are chosen or being chosen.</summary>
        public int Taken { get; set; }

        public int Saved { get; set; }

        public double Saving { get; set; }
    }
}
