namespace FamilyReunite.Domain.Escort;

public enum TripState { Planned, UnderWay, HandedOver, Returned, Cancelled, WrongPerson }

public enum Transport { Train, Coach, Car, Plane, Ship, OnFoot }

/// <summary>护送返乡: the journey home of one person from a confirmed match.</summary>
public sealed class EscortTrip
{
    private readonly List<TripLeg> _legs = [];
    private readonly List<TripEscort> _escorts = [];
    private readonly List<CheckIn> _checkIns = [];
    private readonly List<TripEvent> _events = [];

    /// <summary>A sign of life answers a check-in from this long before it is due.</summary>
    public static readonly TimeSpan AnsweredEarly = TimeSpan.FromHours(1);

    private EscortTrip() { }

    public EscortTrip(Guid id, Guid matchId, Guid personId, Guid organisationId, string district, DateTimeOffset now) =>
        (Id, MatchId, PersonId, OrganisationId, District, PlannedAt) = (id, matchId, personId, organisationId, district, now.ToUniversalTime());

    public Guid Id { get; private set; }

    public Guid MatchId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string District { get; private set; } = "";

    public DateTimeOffset PlannedAt { get; private set; }

    public TripState State { get; private set; }

    /// <summary>Medicine, illness and care on the way, in words.</summary>
    public string? MedicalNotes { get; set; }

    public long Version { get; private set; }

    public HandOver? HandOver { get; private set; }

    public IReadOnlyList<TripLeg> Legs => _legs;

    public IReadOnlyList<TripEscort> Escorts => _escorts;

    public IReadOnlyList<CheckIn> CheckIns => _checkIns;

    public IReadOnlyList<TripEvent> Events => _events;

    /// <summary>When the escorts were last heard of on the way.</summary>
    public DateTimeOffset? LastSignOfLife => _events.Where(e => IsSignOfLife(e.Kind)).MaxBy(e => e.At)?.At;

    /// <summary>The earliest check-in nobody has answered yet.</summary>
    public CheckIn? NextCheckIn => _checkIns.Where(c => c.DoneAt is null).MinBy(c => c.DueAt);

    public DateTimeOffset? DepartsAt => _legs.Count == 0 ? null : _legs.Min(l => l.DepartsAt);

    /// <summary>Replaces the plan; only before departure.</summary>
    public Outcome<Done> Plan(IEnumerable<TripLeg> legs, IEnumerable<TripEscort> escorts, IEnumerable<DateTimeOffset> checkInsDue, Func<Guid> newId)
    {
        if (State != TripState.Planned) return new Problem("escort.already-left", "state");
        var l = legs.OrderBy(x => x.Order).ToList();
        var e = escorts.ToList();
        if (l.Count == 0) return new Problem("escort.leg-needed", "legs");
        if (e.Count == 0) return new Problem("escort.escort-needed", "escorts");
        if (l.Find(x => x.ArrivesAt < x.DepartsAt) is { } bad) return new Problem("escort.arrives-before-departure", "legs", bad.Order);
        _legs.Clear();
        _legs.AddRange(l);
        _escorts.Clear();
        _escorts.AddRange(e);
        _checkIns.Clear();
        _checkIns.AddRange(checkInsDue.Order().Select(due => new CheckIn(newId(), due.ToUniversalTime())));
        Version++;
        return Done.Instance;
    }

    public Outcome<Done> Depart(TripEvent e) => Move(e, TripState.Planned, TripState.UnderWay);

    public Outcome<Done> ReportSafe(TripEvent e)
    {
        if (Seen(e)) return Done.Instance;
        return State is TripState.UnderWay or TripState.HandedOver ? Keep(e) : new Problem("escort.not-under-way", "state");
    }

    public Outcome<Done> ReportIncident(TripEvent e)
    {
        if (Seen(e)) return Done.Instance;
        if (string.IsNullOrWhiteSpace(e.Text)) return new Problem("escort.text-needed", "text");
        return State is TripState.Planned or TripState.Cancelled ? new Problem("escort.not-under-way", "state") : Keep(e);
    }

    public Outcome<Done> HandOverTo(HandOver handOver, TripEvent e)
    {
        if (Seen(e)) return Done.Instance;
        if (State != TripState.UnderWay) return new Problem("escort.not-under-way", "state");
        if (string.IsNullOrWhiteSpace(handOver.Receiver)) return new Problem("escort.receiver-needed", "receiver");
        if (string.IsNullOrWhiteSpace(handOver.Relation)) return new Problem("escort.relation-needed", "relation");
        if (!handOver.IdChecked) return new Problem("escort.id-check-needed", "idChecked");
        if (string.IsNullOrWhiteSpace(handOver.SignatureSvg)) return new Problem("escort.signature-needed", "signature");
        if (handOver.SignedFor && string.IsNullOrWhiteSpace(handOver.Witness)) return new Problem("escort.witness-needed", "witness");
        HandOver = handOver;
        return Move(e, TripState.UnderWay, TripState.HandedOver);
    }

    public Outcome<Done> ReturnHome(TripEvent e) => Move(e, TripState.HandedOver, TripState.Returned);

    public Outcome<Done> Cancel(TripEvent e)
    {
        if (string.IsNullOrWhiteSpace(e.Text)) return new Problem("escort.text-needed", "text");
        return Move(e, TripState.Planned, TripState.Cancelled);
    }

    /// <summary>The receiver or the police say it is not the same person; possible any time after hand-over.</summary>
    public Outcome<Done> WrongPerson(TripEvent e)
    {
        if (string.IsNullOrWhiteSpace(e.Text)) return new Problem("escort.text-needed", "text");
        return Move(e, State == TripState.Returned ? TripState.Returned : TripState.HandedOver, TripState.WrongPerson);
    }

    /// <summary>Check-ins due before <paramref name="now"/> that nobody made while the trip was under way.</summary>
    public IReadOnlyList<CheckIn> MissedCheckIns(DateTimeOffset now) =>
        State == TripState.UnderWay ? [.. _checkIns.Where(c => c.DoneAt is null && c.DueAt < now)] : [];

    /// <summary>What the software itself notes (<see cref="TripEventKind.Logged"/>, <see cref="TripEventKind.CheckInMissed"/>). The version stays: a note is nothing anybody could save over. False when it is there already.</summary>
    public bool Note(TripEvent e)
    {
        if (Seen(e)) return false;
        _events.Add(e);
        return true;
    }

    private static bool IsSignOfLife(TripEventKind kind) =>
        kind is TripEventKind.Departed or TripEventKind.CheckedIn or TripEventKind.Incident or TripEventKind.HandedOver or TripEventKind.Returned;

    private bool Seen(TripEvent e) => _events.Exists(x => x.Id == e.Id);

    private Outcome<Done> Move(TripEvent e, TripState from, TripState to)
    {
        if (Seen(e)) return Done.Instance;
        if (State != from) return new Problem("escort.wrong-state", "state", State, to);
        State = to;
        return Keep(e);
    }

    /// <summary>One sign of life answers every check-in due by then; those of later hours stay open, so that three quick reports do not silence a day.</summary>
    private Outcome<Done> Keep(TripEvent e)
    {
        if (IsSignOfLife(e.Kind))
            foreach (var checkIn in _checkIns.Where(c => c.DoneAt is null && c.DueAt <= e.At + AnsweredEarly)) checkIn.Fulfil(e.At);
        _events.Add(e);
        Version++;
        return Done.Instance;
    }
}
