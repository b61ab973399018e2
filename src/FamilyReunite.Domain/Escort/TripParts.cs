namespace FamilyReunite.Domain.Escort;

/// <param name="Order">From 1.</param>
public sealed record TripLeg(Guid Id, int Order, string From, string To, Transport Transport, string? Number, DateTimeOffset DepartsAt, DateTimeOffset ArrivesAt);

public sealed record TripEscort(Guid Id, string Name, string? Duty, Guid? AccountId);

public enum TripEventKind { Departed, CheckedIn, Incident, HandedOver, Returned, Cancelled, WrongPerson, Logged, CheckInMissed }

/// <param name="Id">UUIDv7 made on the phone; the same one sent twice counts once.</param>
public sealed record TripEvent(Guid Id, TripEventKind Kind, DateTimeOffset At, Guid? By, string? Place, string? Text);

/// <summary>A sign of life that is expected by a time.</summary>
public sealed class CheckIn
{
    private CheckIn() { }

    public CheckIn(Guid id, DateTimeOffset dueAt) => (Id, DueAt) = (id, dueAt);

    public Guid Id { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    internal void Fulfil(DateTimeOffset at) => DoneAt ??= at.ToUniversalTime();
}

/// <summary>The signed hand-over.</summary>
/// <param name="IdKind">Kind of the paper that was checked.</param>
/// <param name="IdLastFour">Last four characters only.</param>
/// <param name="SignatureSvg">Path data drawn on the screen, at most 64 kB.</param>
/// <param name="SignedFor">The receiver cannot write: thumb print or signature by another, with a witness.</param>
public sealed record HandOver(string Receiver, string Relation, bool IdChecked, string? IdKind, string? IdLastFour, string SignatureSvg, bool SignedFor, string? Witness, DateTimeOffset At, string? Place);
