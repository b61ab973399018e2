using System.Globalization;
using FamilyReunite.Casework.Ledger;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Takes a plan's persons in id order. A big plan goes in waves: while one wave is saved chunk by chunk, the reports of the next are chosen.</summary>
internal sealed class RunWaves(NightFieldMaker fields, MatchChunks chunks, JobLedger ledger, TimeProvider clock, MatchOptions options)
{
    private static readonly Dictionary<Guid, Shortlist> Nothing = [];

    public async Task<MatchRunSummary> RunAsync(JobTicket ticket, MatchPorts ports, RunPlan plan, MatchRunSummary at, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var before = at.Seconds;
        var left = plan.Persons.Where(p => at.After is not { } after || p.CompareTo(after) > 0).Order().ToList();
        var total = ticket.Done + left.Count;
        progress?.Report(new WorkProgress(ticket.Done, total));
        var whole = left.Where(p => !plan.Concerns.TryGetValue(p, out var concern) || concern.Whole).ToHashSet();
        var pace = new RunPace(clock, ticket.Done, total, progress);
        var field = whole.Count < options.FieldFrom ? null : await Alive(fields.MakeAsync(ports, whole, ct), ticket, at, ticket.Done, total, ct);
        var prepared = clock.GetElapsedTime(began).TotalSeconds;
        var waves = left.Chunk(field is null ? Math.Max(options.ChunkSize, left.Count) : options.WaveSize).ToArray();
        var (saved, chosen, saving) = (0, 0, 0.0);
        var next = Choose(0);
        for (var w = 0; w < waves.Length; w++)
        {
            var lists = await Alive(next, ticket, at, ticket.Done + saved, total, ct);
            chosen += waves[w].Length;
            next = Choose(w + 1);
            try
            {
                foreach (var chunk in waves[w].Chunk(options.ChunkSize))
                {
                    var from = clock.GetTimestamp();
                    at = await SaveAsync(new Comparison(chunk, plan.Concerns, lists), at, ticket.Done + saved + chunk.Length);
                    saving += clock.GetElapsedTime(from).TotalSeconds;
                    pace.Saved(saved += chunk.Length);
                }
            }
            catch
            {
                // the next wave is being worked at beside this one and must not outlive the run
                await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                throw;
            }
        }
        var stages = field is null ? null : new RunStages(prepared, field.Seconds.Retrieve, field.Seconds.Score, saving);
        return at with { Seconds = before + clock.GetElapsedTime(began).TotalSeconds, Stages = stages };

        Task<IReadOnlyDictionary<Guid, Shortlist>> Choose(int wave)
        {
            if (field is null || wave >= waves.Length) return Task.FromResult<IReadOnlyDictionary<Guid, Shortlist>>(Nothing);
            var done = chosen;
            return Task.Run(() => field.Shortlists(waves[wave], share => pace.Chosen(done + share * waves[wave].Length), ct), ct);
        }

        async Task<MatchRunSummary> SaveAsync(Comparison ask, MatchRunSummary begun, int done)
        {
            var to = begun;
            await chunks.RunAsync(ports, ask, "job:" + ticket.Job, (db, tally) =>
            {
                to = begun with { After = ask.Persons.Last(), Tally = begun.Tally + tally, Seconds = before + clock.GetElapsedTime(began).TotalSeconds };
                return ledger.AdvanceAsync(db, ticket, done, total, to.ToJson(), string.Create(CultureInfo.InvariantCulture, $"slot={ticket.Slot} persons={tally.Persons} pairs={tally.Pairs}"), ct);
            }, ct);
            return to;
        }
    }

    /// <summary>Gives signs of life while something long goes on, so that no other process takes the run for dead.</summary>
    private async Task<T> Alive<T>(Task<T> work, JobTicket ticket, MatchRunSummary at, int done, int total, CancellationToken ct)
    {
        while (await Task.WhenAny(work, Task.Delay(JobLedger.Silence / 4, clock, ct)) != work && !ct.IsCancellationRequested)
            await ledger.AdvanceAsync(ticket, done, total, at.ToJson(), ct);
        return await work;
    }
}
