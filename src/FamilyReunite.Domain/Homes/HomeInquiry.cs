namespace FamilyReunite.Domain.Homes;

public enum InquiryState
{
    Open,

    /// <summary>Nobody there knows the person or the place.</summary>
    NotKnown,
    FamilyFound,

    /// <summary>Something fits; more is to be asked.</summary>
    MoreToAsk,

    /// <summary>The asking station no longer needs an answer.</summary>
    Withdrawn,
}

/// <summary>A question to the station of a place where home may be, with its reply.</summary>
public sealed class HomeInquiry
{
    public const int MaxWords = 2000;

    private HomeInquiry() { }

    /// <param name="id">UUIDv7 made by the client.</param>
    /// <param name="organisationId">The station that asks.</param>
    /// <param name="division">Digits of the division that is asked about.</param>
    /// <param name="lookFor">What the other side shall look for, in words.</param>
    /// <param name="shared">What is said of the person, one line each, as it was shown before it was sent.</param>
    /// <param name="toOrganisationId">An organisation of this installation; null when it goes to somebody outside.</param>
    /// <param name="toOutside">Station, telephone, person outside, in words; null when it goes to an organisation.</param>
    public HomeInquiry(Guid id, Guid personId, Guid organisationId, string division, string lookFor, string shared, Guid? toOrganisationId, string? toOutside, Guid askedBy, DateTimeOffset askedAt) =>
        (Id, PersonId, OrganisationId, Division, LookFor, Shared, ToOrganisationId, ToOutside, AskedBy, AskedAt) = (id, personId, organisationId, division, lookFor, shared, toOrganisationId, toOutside, askedBy, askedAt.ToUniversalTime());

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string Division { get; private set; } = "";

    public string LookFor { get; private set; } = "";

    public string Shared { get; private set; } = "";

    public Guid? ToOrganisationId { get; private set; }

    public string? ToOutside { get; private set; }

    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public InquiryState State { get; private set; }

    public string? Reply { get; private set; }

    /// <summary>Who answered outside, in words; null when it is the account that recorded it.</summary>
    public string? RepliedBy { get; private set; }

    public Guid? RecordedBy { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Rises with each change; the second of two who answer is told by it.</summary>
    public long Version { get; private set; }

    /// <summary>True while an answer is awaited: open, or to be asked further.</summary>
    public bool IsWaiting => State is InquiryState.Open or InquiryState.MoreToAsk;

    /// <summary>Takes in an answer; problems: home.reply-needed, home.not-waiting.</summary>
    public Outcome<Done> Answer(InquiryState state, string? reply, string? repliedBy, Guid recordedBy, DateTimeOffset at)
    {
        if (!IsWaiting) return new Problem("home.not-waiting");
        if (state == InquiryState.Open || string.IsNullOrWhiteSpace(reply)) return new Problem("home.reply-needed", "Reply");
        (State, Reply, RepliedBy, RecordedBy, RepliedAt) = (state, reply.Trim(), repliedBy, recordedBy, at.ToUniversalTime());
        Version++;
        return Done.Instance;
    }

    /// <summary>False when no answer is awaited any more.</summary>
    public bool Withdraw(Guid by, DateTimeOffset at)
    {
        if (!IsWaiting) return false;
        (State, RecordedBy, RepliedAt) = (InquiryState.Withdrawn, by, at.ToUniversalTime());
        Version++;
        return true;
    }
}
