using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Domain.Records;

public enum RecordKind { Stranded, Missing, FieldContact }

public enum RecordStatus { Draft, Open, Matched, GoingHome, Home, Closed }

/// <summary>A dossier of facts about one person, kept by one organisation.</summary>
public abstract class CaseRecord
{
    private readonly List<Fact> _facts = [];
    private readonly List<Attachment> _attachments = [];

    protected CaseRecord() { }

    protected CaseRecord(Guid id, Guid organisationId, string district, DateTimeOffset openedAt) =>
        (Id, OrganisationId, District, OpenedAt, ChangedAt) = (id, organisationId, district, openedAt.ToUniversalTime(), openedAt.ToUniversalTime());

    public Guid Id { get; private set; }

    public abstract RecordKind Kind { get; }

    /// <summary>The organisation that keeps the record.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Division code digits of that organisation's district, copied for access checks.</summary>
    public string District { get; private set; } = "";

    /// <summary>The id under which another system knows this record; unique per kind.</summary>
    public string? SourceId { get; set; }

    public RecordStatus Status { get; set; } = RecordStatus.Open;

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Rises by one with each change; the second of two savers is told by it.</summary>
    public long Version { get; private set; }

    public IReadOnlyList<Fact> Facts => _facts;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public IEnumerable<Fact> Current(FactKind kind) => _facts.Where(f => f.Kind == kind && f.IsCurrent && f.Answer == AnswerState.Given);

    /// <summary>Adds a fact; false when its id is already there. A fact that replaces another takes its place, the other stays in the history.</summary>
    public bool Add(Fact fact)
    {
        if (_facts.Exists(f => f.Id == fact.Id)) return false;
        if (fact.Replaces is { } old) _facts.Find(f => f.Id == old)?.MarkReplaced(fact.Id);
        _facts.Add(fact);
        return true;
    }

    public bool Attach(Attachment attachment)
    {
        if (_attachments.Exists(a => a.Id == attachment.Id)) return false;
        _attachments.Add(attachment);
        return true;
    }

    /// <summary>Takes a file out. What was pointed out on a photo stays said, without its place.</summary>
    /// <returns>Null when it is not there.</returns>
    public Attachment? Detach(Guid attachmentId)
    {
        if (_attachments.Find(a => a.Id == attachmentId) is not { } attachment) return null;
        _attachments.Remove(attachment);
        foreach (var fact in _facts.Where(f => f.Region?.AttachmentId == attachmentId)) fact.LosePhoto();
        return attachment;
    }

    /// <summary>Called once per saved change.</summary>
    public void Touch(DateTimeOffset now) => (Version, ChangedAt) = (Version + 1, now.ToUniversalTime());
}
