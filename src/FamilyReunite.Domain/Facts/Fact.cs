using FamilyReunite.Domain.Values;

namespace FamilyReunite.Domain.Facts;

public enum FactSource { Observed, SaidByPerson, SaidByFamily, SaidByThirdParty, Document, Police, Colleague, Import }

/// <summary>How sure the speaker or observer was.</summary>
public enum Confidence { Unstated, Doubtful, Unsure, Likely, Certain }

/// <summary>Not known, not asked and refused are three answers, and none of them is a value.</summary>
public enum AnswerState { Given, Unknown, NotAsked, Refused }

/// <summary>One thing that somebody observed or said. Facts are added and replaced, never edited: contradictory statements stand side by side.</summary>
public sealed class Fact
{
    private PictureRegion? _region;

    private Fact() { }

    /// <param name="id">UUIDv7 made by the client; adding the same id again changes nothing.</param>
    /// <param name="asHeard">Verbatim, at most <see cref="MaxLength"/> characters.</param>
    /// <param name="understood">Canonical form of the kind, or null when nothing was understood.</param>
    public Fact(Guid id, FactKind kind, string asHeard, string? understood, FactSource source, string? saidBy, Guid? recordedBy, DateTimeOffset recordedAt, Confidence confidence = Confidence.Unstated, AnswerState answer = AnswerState.Given, Guid? replaces = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asHeard.Length, MaxLength);
        (Id, Kind, AsHeard, Understood, Source, SaidBy) = (id, kind, asHeard, understood, source, saidBy);
        (RecordedBy, RecordedAt, Confidence, Answer, Replaces) = (recordedBy, recordedAt.ToUniversalTime(), confidence, answer, replaces);
    }

    public const int MaxLength = 8000;

    public Guid Id { get; private set; }

    public FactKind Kind { get; private set; }

    public string AsHeard { get; private set; } = "";

    public string? Understood { get; private set; }

    public FactSource Source { get; private set; }

    /// <summary>Who said or saw it, in words ("同屋老人"); null when it is the recorder.</summary>
    public string? SaidBy { get; private set; }

    public Guid? RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Confidence Confidence { get; private set; }

    public AnswerState Answer { get; private set; }

    /// <summary>The fact that this one corrects.</summary>
    public Guid? Replaces { get; private set; }

    /// <summary>The fact that corrected this one; set once.</summary>
    public Guid? ReplacedBy { get; private set; }

    /// <summary>Where on a photo it was seen; null when it was not pointed out on one.</summary>
    public PictureRegion? Region { get => _region; init => _region = value; }

    public bool IsCurrent => ReplacedBy is null;

    internal void MarkReplaced(Guid by) => ReplacedBy ??= by;

    /// <summary>The photo is gone; what was seen stays.</summary>
    internal void LosePhoto() => _region = null;
}
