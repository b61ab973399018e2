namespace FamilyReunite.Domain.Candidates;

public enum MatchState { Proposed, UnderReview, AwaitingSecond, Confirmed, Rejected, Withdrawn }

/// <summary>One stranded person beside one missing report, with what speaks for and against. Only people decide.</summary>
public sealed class CandidateMatch
{
    private readonly List<Decision> _decisions = [];

    private CandidateMatch() { }

    public CandidateMatch(Guid id, Guid personId, Guid reportId, MatchAssessment assessment, DateTimeOffset now)
    {
        (Id, PersonId, ReportId, FirstProposedAt) = (id, personId, reportId, now.ToUniversalTime());
        Assess(assessment, now);
    }

    /// <summary>Shortest written evidence for a confirmation, in characters.</summary>
    public const int MinEvidenceLength = 10;

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid ReportId { get; private set; }

    public MatchState State { get; private set; }

    /// <summary>Log-odds before calibration: <c>Prior</c> + the sum of the evidence weights.</summary>
    public double Score { get; private set; }

    public double Prior { get; private set; }

    /// <summary>Calibrated, 0 to 1.</summary>
    public double Probability { get; private set; }

    /// <summary>Probability before the last change of evidence; null while it was assessed once only.</summary>
    public double? EarlierProbability { get; private set; }

    /// <summary>The evidence list as JSON, as the scorer made it.</summary>
    public string EvidenceJson { get; private set; } = "[]";

    public string ModelVersion { get; private set; } = "";

    /// <summary>Hash over both records' clues; a rejection is lifted only when it changes.</summary>
    public string Fingerprint { get; private set; } = "";

    public string? RejectedFingerprint { get; private set; }

    public DateTimeOffset FirstProposedAt { get; private set; }

    public DateTimeOffset AssessedAt { get; private set; }

    /// <summary>When the evidence last changed; orders "what is new since the last night".</summary>
    public DateTimeOffset EvidenceChangedAt { get; private set; }

    /// <summary>Rises with each change; a stale reviewer is told by it.</summary>
    public long Version { get; private set; }

    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Takes in a new assessment. True when something a reviewer would see has changed.</summary>
    public bool Assess(MatchAssessment a, DateTimeOffset now)
    {
        var first = ModelVersion.Length == 0;
        var changed = first || State == MatchState.Withdrawn || Fingerprint != a.Fingerprint || ModelVersion != a.ModelVersion;
        AssessedAt = now.ToUniversalTime();
        if (!changed) return false;
        if (!first) EarlierProbability = Probability;
        (Score, Prior, Probability, EvidenceJson, ModelVersion, Fingerprint) = (a.Score, a.Prior, a.Probability, a.EvidenceJson, a.ModelVersion, a.Fingerprint);
        EvidenceChangedAt = now.ToUniversalTime();
        Version++;
        if (State == MatchState.Withdrawn || (State == MatchState.Rejected && RejectedFingerprint != a.Fingerprint))
            State = MatchState.Proposed;
        return true;
    }

    /// <summary>The run no longer proposes this pair. What people decided stays.</summary>
    public bool Withdraw(DateTimeOffset now)
    {
        if (State is not (MatchState.Proposed or MatchState.UnderReview)) return false;
        State = MatchState.Withdrawn;
        EvidenceChangedAt = now.ToUniversalTime();
        Version++;
        return true;
    }

    /// <summary>Takes the open pair out because one of its two records was confirmed in another pair; false when there was nothing open.</summary>
    public bool SetAside(Decision d) => Withdraw(d.At) && Keep(d with { Action = DecisionAction.SetAside });

    /// <summary>Proposes again what was set aside, because the other confirmation was undone. What a run withdrew stays withdrawn.</summary>
    public bool Restore(Decision d)
    {
        if (State != MatchState.Withdrawn || LastDecision?.Action != DecisionAction.SetAside) return false;
        State = MatchState.Proposed;
        EvidenceChangedAt = d.At.ToUniversalTime();
        Version++;
        return Keep(d with { Action = DecisionAction.Restore });
    }

    /// <summary>The newest step; null before the first.</summary>
    public Decision? LastDecision => _decisions.OrderBy(x => x.At).ThenBy(x => x.Id).LastOrDefault();

    /// <summary>Carries out a decision, or says why it cannot be.</summary>
    public Outcome<Done> Decide(Decision d)
    {
        if (_decisions.Exists(x => x.Id == d.Id)) return Done.Instance;
        if (d.Action != DecisionAction.Open && string.IsNullOrWhiteSpace(d.Text)) return new Problem("review.text-needed", "text");
        var problem = d.Action switch
        {
            DecisionAction.Open => State is MatchState.Proposed or MatchState.UnderReview ? null : new Problem("review.not-open", "state"),
            DecisionAction.Reject => State is MatchState.Confirmed or MatchState.Rejected ? new Problem("review.decided-already", "state") : d.Reason is null ? new Problem("review.reason-needed", "reason") : null,
            DecisionAction.NeedMore => State is MatchState.Confirmed or MatchState.Rejected ? new Problem("review.decided-already", "state") : null,
            DecisionAction.Confirm => ConfirmProblem(d),
            DecisionAction.Undo => State is MatchState.Confirmed or MatchState.Rejected or MatchState.AwaitingSecond ? null : new Problem("review.nothing-to-undo", "state"),
            _ => new Problem("review.unknown-action", "action"),
        };
        if (problem is not null) return problem;
        State = d.Action switch
        {
            DecisionAction.Confirm => State == MatchState.AwaitingSecond ? MatchState.Confirmed : MatchState.AwaitingSecond,
            DecisionAction.Reject => MatchState.Rejected,
            _ => MatchState.UnderReview,
        };
        RejectedFingerprint = d.Action == DecisionAction.Reject ? Fingerprint : RejectedFingerprint;
        _decisions.Add(d.Action is DecisionAction.Confirm or DecisionAction.Reject ? d with { Basis = new DecisionBasis(ModelVersion, Score, Probability, EvidenceJson) } : d);
        Version++;
        return Done.Instance;
    }

    /// <summary>The confirmation that waits for a second person; null when none does.</summary>
    public Decision? FirstConfirmation => State == MatchState.AwaitingSecond ? _decisions.Where(x => x.Action == DecisionAction.Confirm).MaxBy(x => x.At) : null;

    private bool Keep(Decision d)
    {
        _decisions.Add(d);
        return true;
    }

    private Problem? ConfirmProblem(Decision d)
    {
        if (State is MatchState.Confirmed or MatchState.Rejected) return new Problem("review.decided-already", "state");
        if (d.Text!.Trim().Length < MinEvidenceLength) return new Problem("review.evidence-too-short", "text", MinEvidenceLength);
        if (FirstConfirmation is not { } first) return null;
        if (first.By == d.By) return new Problem("review.second-person-needed", "by");
        return first.OrganisationId == d.OrganisationId ? new Problem("review.other-organisation-needed", "by") : null;
    }
}

/// <summary>What a match run found out about a pair.</summary>
public sealed record MatchAssessment(double Score, double Prior, double Probability, string EvidenceJson, string ModelVersion, string Fingerprint);

/// <summary><see cref="SetAside"/> and <see cref="Restore"/> follow by themselves from a confirmation of another pair and its undoing.</summary>
public enum DecisionAction { Open, NeedMore, Confirm, Reject, Undo, SetAside, Restore }

public enum RejectionReason { DifferentPerson, ReportClosed, DuplicateReport, FamilyDenies, DnaExcludes, Other }

/// <summary>One step of a review, kept for ever.</summary>
/// <param name="Id">UUIDv7 made by the client.</param>
/// <param name="Text">Evidence or reason in the reviewer's words.</param>
public sealed record Decision(Guid Id, DecisionAction Action, Guid By, Guid OrganisationId, DateTimeOffset At, string? Text, RejectionReason? Reason = null)
{
    /// <summary>What stood before the reviewer; kept with confirmations and rejections, null with other steps.</summary>
    public DecisionBasis? Basis { get; init; }
}

/// <summary>The assessment a decision was taken on. Later runs and later entries do not change it.</summary>
/// <param name="Score">Log-odds before calibration.</param>
/// <param name="Probability">Calibrated, 0 to 1.</param>
/// <param name="EvidenceJson">The evidence list as it was shown.</param>
public sealed record DecisionBasis(string ModelVersion, double Score, double Probability, string EvidenceJson);
