using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Ledger;

public enum JobStart
{
    Started,

    /// <summary>Goes on behind the cursor of a run that stopped or failed.</summary>
    Resumed,

    /// <summary>This slot was carried out before; nothing is to be done.</summary>
    AlreadyDone,

    /// <summary>Another run of this slot gave a sign of life a short while ago.</summary>
    RunningElsewhere,
}

/// <summary>What the ledger answered. <paramref name="Cursor"/> and <paramref name="Done"/> say where to go on; <paramref name="Summary"/> is that of a finished run.</summary>
public sealed record JobTicket(JobStart Start, Guid RunId, string Job, string Slot, int Done, string? Cursor, string? Summary)
{
    public bool MayRun => Start is JobStart.Started or JobStart.Resumed;
}

/// <summary>The ledger of jobs: one run per job and slot, whatever stops in between. Every entry is a write with its audit row.</summary>
public sealed class JobLedger(IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    /// <summary>A run without a sign of life for this long is taken for dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>Summary of a run that was stopped and whose slot was not taken up again.</summary>
    public const string Abandoned = "Abandoned";

    /// <param name="slot">Names the occasion, e.g. the local date; at most 40 characters.</param>
    /// <param name="silence">Other than <see cref="Silence"/>: zero when the caller knows that no other process can be at it.</param>
    public async Task<JobTicket> BeginAsync(string job, string slot, CancellationToken ct, TimeSpan? silence = null)
    {
        try
        {
            return await TryBeginAsync(job, slot, silence ?? Silence, ct);
        }
        catch (DbUpdateException)
        {
            // two processes began the slot at once and the database let one through; the second look finds its row
            return await TryBeginAsync(job, slot, silence ?? Silence, ct);
        }
    }

    /// <summary>Moves the cursor within a caller's own unit of work; the caller saves the returned note together with its changes.</summary>
    public async Task<ChangeNote> AdvanceAsync(ReuniteDb db, JobTicket ticket, int done, int total, string? cursor, string detail, CancellationToken ct)
    {
        var run = await db.JobRuns.SingleAsync(r => r.Id == ticket.RunId, ct);
        run.Advance(done, total, cursor, clock.GetUtcNow());
        return Note(ticket.Job, "job.advanced", ticket.RunId, detail);
    }

    /// <summary>Moves the cursor in a transaction of its own; also the sign of life.</summary>
    public async Task AdvanceAsync(JobTicket ticket, int done, int total, string? cursor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var note = await AdvanceAsync(db, ticket, done, total, cursor, $"slot={ticket.Slot} done={done}", ct);
        await new ChangeWriter(db, clock).SaveAsync(note, ct);
    }

    /// <summary>The run's own id is the id of this write: of several servers that find a shared run done, one closes it.</summary>
    /// <param name="summary">Figures as JSON.</param>
    /// <returns>The figures with which it was closed.</returns>
    public async Task<string?> FinishAsync(JobTicket ticket, string? summary, CancellationToken ct)
    {
        await CloseAsync(ticket, "job.done", r => r.Finish(summary, clock.GetUtcNow()), ct, ticket.RunId);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.JobRuns.Where(r => r.Id == ticket.RunId).Select(r => r.Summary).SingleAsync(ct);
    }

    /// <summary>The slot stays open: the next begin resumes it.</summary>
    public Task FailAsync(JobTicket ticket, Exception cause, CancellationToken ct) => CloseAsync(ticket, "job.failed", r => r.Fail(cause.GetType().Name, clock.GetUtcNow()), ct);

    public async Task<bool> IsDoneAsync(string job, string slot, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.JobRuns.AnyAsync(r => r.Job == job && r.Slot == slot && r.State == JobState.Done, ct);
    }

    /// <summary>True while a run of these jobs is under way and gave a sign of life within <see cref="Silence"/>.</summary>
    public async Task<bool> IsAliveAsync(IReadOnlyCollection<string> jobs, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Silence;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.JobRuns.AnyAsync(r => jobs.Contains(r.Job) && r.State == JobState.Running && r.BeatAt > since, ct);
    }

    /// <summary>The finished run of these jobs that ended last; null before the first.</summary>
    public async Task<JobRun?> LastDoneAsync(IReadOnlyCollection<string> jobs, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.JobRuns.AsNoTracking().Where(r => jobs.Contains(r.Job) && r.State == JobState.Done).OrderByDescending(r => r.EndedAt).FirstOrDefaultAsync(ct);
    }

    private async Task<JobTicket> TryBeginAsync(string job, string slot, TimeSpan silence, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var writer = new ChangeWriter(db, clock);
        // of two servers that find the same run silent, the second must see that the first took it up
        await writer.TakeTurnAsync(ct);
        var run = await db.JobRuns.SingleOrDefaultAsync(r => r.Job == job && r.Slot == slot, ct);
        var start = run switch
        {
            null => JobStart.Started,
            { State: JobState.Done } => JobStart.AlreadyDone,
            { State: JobState.Running } when now - run.BeatAt < silence => JobStart.RunningElsewhere,
            _ => JobStart.Resumed,
        };
        if (run is null) db.JobRuns.Add(run = new JobRun(Guid.CreateVersion7(now), job, slot, 0, now));
        var ticket = new JobTicket(start, run.Id, job, slot, run.DoneCount, run.Cursor, run.Summary);
        if (!ticket.MayRun) return ticket;
        if (start == JobStart.Resumed) run.Resume(now);
        await AbandonOthersAsync(db, run, now, silence, ct);
        await writer.SaveAsync(Note(job, start == JobStart.Started ? "job.started" : "job.resumed", run.Id, $"slot={slot}"), ct);
        await transaction.CommitAsync(ct);
        return ticket;
    }

    /// <summary>Runs of other slots that were killed and will not be taken up again must not look alive for ever.</summary>
    private static async Task AbandonOthersAsync(ReuniteDb db, JobRun begun, DateTimeOffset now, TimeSpan silence, CancellationToken ct)
    {
        foreach (var other in await db.JobRuns.Where(r => r.Job == begun.Job && r.Slot != begun.Slot && r.State == JobState.Running).ToListAsync(ct))
            if (now - other.BeatAt >= silence) other.Fail(Abandoned, now);
    }

    private async Task CloseAsync(JobTicket ticket, string action, Action<JobRun> close, CancellationToken ct, Guid? write = null)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        close(await db.JobRuns.SingleAsync(r => r.Id == ticket.RunId, ct));
        var note = Note(ticket.Job, action, ticket.RunId, $"slot={ticket.Slot}");
        await new ChangeWriter(db, clock).SaveAsync(note with { WriteId = write ?? note.WriteId }, ct);
    }

    private ChangeNote Note(string job, string action, Guid run, string detail) => new(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System("job:" + job), action, "job-run", run, detail);
}
