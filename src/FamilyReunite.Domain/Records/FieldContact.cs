namespace FamilyReunite.Domain.Records;

/// <summary>街头联系: met on the street and unwilling to come in. Each visit is a row of its own.</summary>
public sealed class FieldContact : CaseRecord
{
    private readonly List<FieldVisit> _visits = [];

    private FieldContact() { }

    public FieldContact(Guid id, Guid organisationId, string district, DateTimeOffset metAt) : base(id, organisationId, district, metAt) { }

    public override RecordKind Kind => RecordKind.FieldContact;

    public string? CallName { get; set; }

    public IReadOnlyList<FieldVisit> Visits => _visits;

    public DateOnly? NextVisit => _visits.OrderByDescending(v => v.At).FirstOrDefault()?.NextVisit;

    public bool Add(FieldVisit visit)
    {
        if (_visits.Exists(v => v.Id == visit.Id)) return false;
        _visits.Add(visit);
        return true;
    }
}

/// <summary>One meeting on the street.</summary>
/// <param name="Place">In words ("和平桥下").</param>
/// <param name="Latitude">WGS 84 degrees, when the phone gave them.</param>
/// <param name="State">How the person is, in words.</param>
/// <param name="Supplies">What was given, with numbers, in words ("棉被1 水2").</param>
public sealed record FieldVisit(Guid Id, DateTimeOffset At, string Place, double? Latitude, double? Longitude, string State, string Supplies, bool WantsToCome, DateOnly? NextVisit, Guid? RecordedBy);
