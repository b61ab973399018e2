using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data;
using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review.Morning;

/// <summary>How the last night went.</summary>
public sealed class NightReader(ReuniteDb db, TimeProvider clock)
{
    /// <summary>The job's name in the ledger.</summary>
    public const string Job = MatchRunner.NightJob;

    private static readonly TimeOnly At = new(2, 30);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public async Task<NightReport> ReadAsync(CancellationToken ct)
    {
        var due = Due(clock.GetUtcNow());
        var run = await db.JobRuns.AsNoTracking().Where(j => j.Job == Job).OrderByDescending(j => j.StartedAt).FirstOrDefaultAsync(ct);
        if (run is null) return new NightReport(NightState.Never, due, null, null, 0, 0, 0, false, null);
        var state = run.StartedAt < due && clock.GetUtcNow() > due + Grace ? NightState.Late : run.State switch
        {
            JobState.Failed => NightState.Failed,
            JobState.Running => NightState.Running,
            _ => NightState.Done,
        };
        return new NightReport(state, due, run.StartedAt, run.EndedAt, run.DoneCount, run.Total, run.Resumes, CaughtUp: run.StartedAt - Due(run.StartedAt) > Grace, run.State == JobState.Failed ? run.Summary : null);
    }

    /// <summary>Start of the last night that was finished; null before the first.</summary>
    public async Task<DateTimeOffset?> LastDoneAsync(CancellationToken ct) =>
        (await db.JobRuns.AsNoTracking().Where(j => j.Job == Job && j.State == JobState.Done).OrderByDescending(j => j.StartedAt).FirstOrDefaultAsync(ct))?.StartedAt;

    /// <summary>The newest 02:30 of Shanghai at or before <paramref name="now"/>.</summary>
    private static DateTimeOffset Due(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) < At) day = day.AddDays(-1);
        var due = day.ToDateTime(At);
        return new DateTimeOffset(due, Zone.GetUtcOffset(due)).ToUniversalTime();
    }
}
