namespace FamilyReunite.Domain.Ledger;

public enum JobState { Running, Done, Failed }

/// <summary>One run of a job for one slot ("2026-11-24"); UNIQUE(job, slot) makes each night count once.</summary>
public sealed class JobRun
{
    private JobRun() { }

    public JobRun(Guid id, string job, string slot, int total, DateTimeOffset startedAt) =>
        (Id, Job, Slot, Total, StartedAt, BeatAt) = (id, job, slot, total, startedAt.ToUniversalTime(), startedAt.ToUniversalTime());

    public Guid Id { get; private set; }

    public string Job { get; private set; } = "";

    public string Slot { get; private set; } = "";

    public JobState State { get; private set; }

    public int Total { get; private set; }

    /// <summary>Items finished; a resumed run goes on behind them.</summary>
    public int DoneCount { get; private set; }

    /// <summary>Where to go on: the last finished key, in the job's own form.</summary>
    public string? Cursor { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Last sign of life.</summary>
    public DateTimeOffset BeatAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Times the run was taken up again after a stop.</summary>
    public int Resumes { get; private set; }

    /// <summary>Figures for the morning view as JSON; on failure the error's type, never its text.</summary>
    public string? Summary { get; private set; }

    public void Advance(int doneCount, int total, string? cursor, DateTimeOffset now) => (DoneCount, Total, Cursor, BeatAt) = (doneCount, total, cursor, now.ToUniversalTime());

    public void Resume(DateTimeOffset now) => (State, Resumes, BeatAt, EndedAt) = (JobState.Running, Resumes + 1, now.ToUniversalTime(), null);

    public void Finish(string? summary, DateTimeOffset now) => (State, Summary, EndedAt, BeatAt) = (JobState.Done, summary, now.ToUniversalTime(), now.ToUniversalTime());

    public void Fail(string summary, DateTimeOffset now) => (State, Summary, EndedAt, BeatAt) = (JobState.Failed, summary, now.ToUniversalTime(), now.ToUniversalTime());
}
