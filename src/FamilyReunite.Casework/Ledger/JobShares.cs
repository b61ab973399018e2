using System.Data.Common;
using System.Globalization;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Ledger;

/// <param name="Open">Shares with something left to do.</param>
/// <param name="Free">Of these, shares that nobody works on.</param>
/// <param name="Figures">What came of each share that somebody began.</param>
public sealed record SharesState(int Open, int Free, IReadOnlyList<string> Figures);

/// <summary>A server that was silent for so long that another took its share tried to save: it must not.</summary>
public sealed class ShareLostException() : Exception("The share is in other hands.");

/// <summary>A run cut into shares that servers on one PostgreSQL take one after the other. A share is leased: who works on it prolongs the lease, and when it lapses another goes on behind what was saved.
/// Safety does not rest on clocks: every taking raises the share's token, and a chunk is saved only under the token of today. A database in a file has one server, whose runs are not cut.</summary>
public sealed class JobShares(IDbContextFactory<ReuniteDb> databases, JobLedger ledger, TimeProvider clock)
{
    private readonly Guid _holder = Guid.CreateVersion7(clock.GetUtcNow());

    public async Task<bool> AreUsedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return !db.Database.IsSqlite();
    }

    /// <summary>Cuts a run, unless that was done before it was taken up again.</summary>
    /// <param name="cursor">What the run needs to know of its beginning.</param>
    public async Task DivideAsync(JobTicket ticket, IReadOnlyCollection<Guid> items, int size, string cursor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var shares = items.Order().Chunk(size).Select((c, i) => new JobShare(ticket.RunId, i, c)).ToList();
        var note = await ledger.AdvanceAsync(db, ticket, 0, items.Count, cursor, string.Create(CultureInfo.InvariantCulture, $"slot={ticket.Slot} shares={shares.Count}"), ct);
        db.JobShares.AddRange(shares);
        try
        {
            await new ChangeWriter(db, clock).SaveAsync(note, ct);
        }
        catch (DbUpdateException e) when (e.InnerException is DbException inner && UniqueKey.IsBroken(inner))
        {
            // a server that was thought dead cut the run a moment ago; its shares are as good
        }
    }

    public async Task<bool> ExistAsync(Guid run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.JobShares.AnyAsync(s => s.RunId == run, ct);
    }

    /// <summary>Takes a share that nobody works on.</summary>
    /// <returns>Null when there is none now.</returns>
    public async Task<JobShare?> TakeAsync(Guid run, TimeSpan life, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (at, until) = (now.ToUnixTimeMilliseconds(), (now + life).ToUnixTimeMilliseconds());
        await using var db = await databases.CreateDbContextAsync(ct);
        var taken = await db.JobShares.FromSql($"""
            UPDATE "JobShares" SET "Holder" = {_holder}, "Until" = {until}, "Token" = "Token" + 1
            WHERE "RunId" = {run} AND "Number" = (
                SELECT "Number" FROM "JobShares" WHERE "RunId" = {run} AND "DoneCount" < "Count" AND ("Holder" IS NULL OR "Until" < {at})
                ORDER BY "Number" LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
        return taken.SingleOrDefault();
    }

    /// <summary>Part of the caller's unit of work: how far a share is.</summary>
    /// <exception cref="ShareLostException">Another server took it meanwhile.</exception>
    public async Task<ChangeNote> AdvanceAsync(ReuniteDb db, JobTicket ticket, JobShare share, int done, string figures, TimeSpan life, string detail, CancellationToken ct)
    {
        var row = await db.JobShares.SingleOrDefaultAsync(s => s.RunId == share.RunId && s.Number == share.Number, ct);
        if (row is null || row.Token != share.Token) throw new ShareLostException();
        row.Advance(done, figures, clock.GetUtcNow() + life);
        return new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System("job:" + ticket.Job), "job.advanced", "job-run", ticket.RunId, detail);
    }

    /// <summary>The sign of life of this server: for its shares, and for the run.</summary>
    public async Task ProlongAsync(Guid run, TimeSpan life, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.JobShares.Where(s => s.RunId == run && s.Holder == _holder && s.DoneCount < s.Count).ExecuteUpdateAsync(s => s.SetProperty(x => x.Until, now + life), ct);
        await db.JobRuns.Where(r => r.Id == run && r.State == JobState.Running)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.BeatAt, now).SetProperty(x => x.DoneCount, db.JobShares.Where(s => s.RunId == run).Sum(s => s.DoneCount)), ct);
    }

    /// <summary>Gives back what this server holds of a run.</summary>
    public async Task ReleaseAsync(Guid run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.JobShares.Where(s => s.RunId == run && s.Holder == _holder).ExecuteUpdateAsync(s => s.SetProperty(x => x.Holder, (Guid?)null), ct);
    }

    public async Task<SharesState> StateAsync(Guid run, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.JobShares.Where(s => s.RunId == run).OrderBy(s => s.Number).Select(s => new { Open = s.DoneCount < s.Count, Free = s.Holder == null || s.Until < now, s.Figures }).ToListAsync(ct);
        return new SharesState(rows.Count(r => r.Open), rows.Count(r => r.Open && r.Free), [.. rows.Select(r => r.Figures).OfType<string>()]);
    }

    /// <summary>True while another server works on the run.</summary>
    public async Task<bool> AreHeldElsewhereAsync(Guid run, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.JobShares.AnyAsync(s => s.RunId == run && s.DoneCount < s.Count && s.Holder != null && s.Holder != _holder && s.Until >= now, ct);
    }

    /// <summary>What is left to do of a run, whoever works on it.</summary>
    public async Task<IReadOnlyList<Guid>> LeftAsync(Guid run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.JobShares.AsNoTracking().Where(s => s.RunId == run && s.DoneCount < s.Count).OrderBy(s => s.Number).ToListAsync(ct)).SelectMany(s => s.Left())];
    }

    /// <summary>A run of the job that is under way and has a share nobody works on.</summary>
    public async Task<JobTicket?> FindFreeAsync(string job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var run = await db.JobRuns.AsNoTracking().Where(r => r.Job == job && r.State == JobState.Running && db.JobShares.Any(s => s.RunId == r.Id && s.DoneCount < s.Count && (s.Holder == null || s.Until < now))).OrderBy(r => r.StartedAt).FirstOrDefaultAsync(ct);
        return run is null ? null : new JobTicket(JobStart.Resumed, run.Id, run.Job, run.Slot, run.DoneCount, run.Cursor, run.Summary);
    }

    /// <summary>Shares of runs that are over.</summary>
    public async Task ClearAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.JobShares.Where(s => db.JobRuns.Any(r => r.Id == s.RunId && (r.State == JobState.Done || r.Summary == JobLedger.Abandoned))).ExecuteDeleteAsync(ct);
    }
}
