using FamilyReunite.Domain.Values;

namespace FamilyReunite.Domain.Homes;

/// <summary>A recording of a person's speech, sent to colleagues of a region: is this how people speak at home?</summary>
public sealed class ListeningRequest
{
    public const int MaxWords = 1000;

    private readonly List<ListeningAddressee> _addressees = [];
    private readonly List<ListeningAnswer> _answers = [];

    private ListeningRequest() { }

    /// <param name="id">UUIDv7 made by the client.</param>
    /// <param name="organisationId">The station that asks.</param>
    /// <param name="clipId">A recording beside the person's record.</param>
    /// <param name="words">What to listen for.</param>
    /// <param name="ages">Age range in years, canonical; null when nobody noted one.</param>
    public ListeningRequest(Guid id, Guid personId, Guid organisationId, Guid clipId, string words, Sex sex, string? ages, IEnumerable<ListeningAddressee> addressees, Guid askedBy, DateTimeOffset askedAt)
    {
        (Id, PersonId, OrganisationId, ClipId, Words, Sex, Ages, AskedBy, AskedAt) = (id, personId, organisationId, clipId, words, sex, ages, askedBy, askedAt.ToUniversalTime());
        _addressees.AddRange(addressees);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Guid ClipId { get; private set; }

    public string Words { get; private set; } = "";

    public Sex Sex { get; private set; }

    public string? Ages { get; private set; }

    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>From then on nobody but the asking station hears the recording.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<ListeningAddressee> Addressees => _addressees;

    public IReadOnlyList<ListeningAnswer> Answers => _answers;

    public bool IsOpen => ClosedAt is null;

    /// <summary>The newest answer of each listener.</summary>
    public IEnumerable<ListeningAnswer> Current => _answers.GroupBy(a => a.AccountId).Select(g => g.MaxBy(a => (a.At, a.Id))!);

    /// <summary>An answer changes the same listener's earlier one, which stays. Problems: home.listening-closed, home.words-too-long.</summary>
    public Outcome<Done> Add(ListeningAnswer answer)
    {
        if (_answers.Exists(a => a.Id == answer.Id)) return Done.Instance;
        if (!IsOpen) return new Problem("home.listening-closed");
        if (answer.Words?.Length > MaxWords) return new Problem("home.words-too-long", "Words", MaxWords);
        _answers.Add(answer);
        return Done.Instance;
    }

    /// <summary>False when it was closed before.</summary>
    public bool Close(DateTimeOffset at)
    {
        if (!IsOpen) return false;
        ClosedAt = at.ToUniversalTime();
        return true;
    }
}

/// <summary>An organisation whose people are asked to listen.</summary>
public sealed record ListeningAddressee(Guid Id, Guid OrganisationId);

public enum ListeningVerdict { CannotTell, Ours, Neighbouring, NotOurs }

/// <param name="Home">Division code digits of the listener's own way of speaking.</param>
/// <param name="Words">What struck them, in words.</param>
public sealed record ListeningAnswer(Guid Id, Guid AccountId, Guid OrganisationId, string Home, ListeningVerdict Verdict, string? Words, DateTimeOffset At);
