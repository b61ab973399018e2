namespace FamilyReunite.Casework.Review.Morning;

/// <summary>What is new since the last night, for one caller.</summary>
/// <param name="Night">How the last night went; a night that failed or is late is told first.</param>
/// <param name="Since">Start of the last night that was finished; null before the first.</param>
/// <param name="Stronger">Pairs proposed before whose evidence speaks noticeably more, or that were rejected and have new evidence.</param>
/// <param name="Withdrawn">Pairs that the run, or a confirmation of another pair, took out.</param>
public sealed record MorningView(NightReport Night, DateTimeOffset? Since, MorningList New, MorningList Stronger, MorningList Withdrawn)
{
    public bool NothingNew => New.Count + Stronger.Count + Withdrawn.Count == 0;

    /// <summary>Longest list that is shown; the rest stands in the queue.</summary>
    public const int MaxRows = 200;
}

/// <param name="Rows">The most probable ones, at most <see cref="MorningView.MaxRows"/>.</param>
/// <param name="Count">All of them.</param>
public sealed record MorningList(IReadOnlyList<MorningRow> Rows, int Count);

/// <param name="EarlierProbability">Before the last change of evidence; null for a new pair.</param>
/// <param name="WasRejected">It had been judged "not the same person" before this evidence came.</param>
public sealed record MorningRow(QueueRow Pair, double? EarlierProbability, bool WasRejected, DateTimeOffset ChangedAt);

/// <summary>Never: no night has run yet. Late: the night's run was due more than an hour ago and has not begun.</summary>
public enum NightState { Never, Done, Running, Failed, Late }

/// <param name="Due">When the night's run was due.</param>
/// <param name="StartedAt">Of the newest run; null when there is none.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Compared">Persons compared so far.</param>
/// <param name="Total">Persons to compare.</param>
/// <param name="CaughtUp">It began more than an hour late, because the machine was off.</param>
/// <param name="Why">On failure: the kind of error, never its text.</param>
public sealed record NightReport(NightState State, DateTimeOffset Due, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int Compared, int Total, int Resumes, bool CaughtUp, string? Why);
