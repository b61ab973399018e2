using System.Globalization;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Takes a plan's persons in id order, chunk by chunk. A big plan goes in waves: while one wave is explained and saved, the reports of the next are chosen; while one chunk is saved, the next is explained.</summary>
internal sealed class RunWaves(NightFieldMaker fields, MatchChunks chunks, JobLedger ledger, TimeProvider clock, MatchOptions options)
{
    private static readonly Dictionary<Guid, Shortlist> Nothing = [];

    /// <param name="began">When the run began, planning included.</param>
    public async Task<MatchRunSummary> RunAsync(JobTicket ticket, MatchPorts ports, RunPlan plan, MatchRunSummary at, long began, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var left = plan.Persons.Where(p => at.After is not { } after || p.CompareTo(after) > 0).Order().ToArray();
        var whole = left.Where(p => !plan.Concerns.TryGetValue(p, out var concern) || concern.Whole).ToHashSet();
        var run = new Course(ticket, ports, plan, new RunPace(clock, ticket.Done, ticket.Done + left.Length, progress), ticket.Done + left.Length, began, at) { Done = ticket.Done };
        run.Pace.Saved(0);
        var planned = clock.GetElapsedTime(began).TotalSeconds;
        var together = whole.Count >= options.FieldFrom && (long)whole.Count * options.ReportsPerQuestion >= await ports.Index.CountAsync(RecordKind.Missing, ct);
        var field = !together ? null : await Alive(run, fields.MakeAsync(ports, whole, ct), ct);
        var prepared = clock.GetElapsedTime(began).TotalSeconds - planned;
        var waves = field is null ? [left] : left.Chunk(options.WaveSize).ToArray();
        var next = Choose(run, field, waves, 0, ct);
        for (var w = 0; w < waves.Length; w++)
        {
            var lists = await Alive(run, next, ct);
            next = Choose(run, field, waves, w + 1, ct);
            try
            {
                await SaveAsync(run, [.. waves[w].Chunk(field is null ? options.ChunkSize : options.WaveChunkSize).Select(c => new Comparison(c, plan.Concerns, lists))], ct);
            }
            catch
            {
                await EndAsync(next);
                throw;
            }
        }
        return run.At with { Seconds = run.Seconds(clock), Stages = new RunStages(planned, prepared, field?.Seconds.Retrieve ?? 0, field?.Seconds.Score ?? 0, run.Saving) };
    }

    private static Task<IReadOnlyDictionary<Guid, Shortlist>> Choose(Course run, NightField? field, Guid[][] waves, int wave, CancellationToken ct)
    {
        if (field is null || wave >= waves.Length) return Task.FromResult<IReadOnlyDictionary<Guid, Shortlist>>(Nothing);
        var before = waves.Take(wave).Sum(w => w.Length);
        return Task.Run(() => field.Shortlists(waves[wave], share => run.Pace.Chosen(before + share * waves[wave].Length), ct), ct);
    }

    private async Task SaveAsync(Course run, Comparison[] asked, CancellationToken ct)
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
                await SaveAsync(run, compared, ct);
            }
            catch
            {
                if (next is not null && await EndAsync(next) is { } left) await left.DisposeAsync();
                throw;
            }
        }
        run.Saving += clock.GetElapsedTime(from).TotalSeconds;
    }

    private async Task SaveAsync(Course run, MatchChunk chunk, CancellationToken ct)
    {
        var (to, done, persons) = (run.At, run.Done + chunk.Ask.Persons.Count, chunk.Ask.Persons);
        await chunks.SaveAsync(run.Ports, chunk, "job:" + run.Ticket.Job, (db, tally) =>
        {
            to = run.At with { After = persons.Last(), Tally = run.At.Tally + tally, Seconds = run.Seconds(clock) };
            return ledger.AdvanceAsync(db, run.Ticket, done, run.Total, to.ToJson(), string.Create(CultureInfo.InvariantCulture, $"slot={run.Ticket.Slot} persons={tally.Persons} pairs={tally.Pairs}"), ct);
        }, ct);
        (run.At, run.Done) = (to, done);
        run.Pace.Saved(done - run.Ticket.Done);
    }

    /// <summary>Gives signs of life while something long goes on, so that no other process takes the run for dead.</summary>
    private async Task<T> Alive<T>(Course run, Task<T> work, CancellationToken ct)
    {
        while (await Task.WhenAny(work, Task.Delay(JobLedger.Silence / 4, clock, ct)) != work && !ct.IsCancellationRequested)
            await ledger.AdvanceAsync(run.Ticket, run.Done, run.Total, run.At.ToJson(), ct);
        return await work;
    }

    /// <summary>Work that goes on beside a run that broke must not outlive it; what stopped it is told by the run itself.</summary>
    private static async Task<T?> EndAsync<T>(Task<T> work)
    {
        await work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return work.IsCompletedSuccessfully ? work.Result : default;
    }

    /// <summary>One run under way: what it was begun with, and how far it is.</summary>
    private sealed record Course(JobTicket Ticket, MatchPorts Ports, RunPlan Plan, RunPace Pace, int Total, long Began, MatchRunSummary Begun)
    {
        public MatchRunSummary At { get; set; } = Begun;

        public int Done { get; set; }

        public double Saving { get; set; }

        public double Seconds(TimeProvider clock) => Begun.Seconds + clock.GetElapsedTime(Began).TotalSeconds;
    }
}
