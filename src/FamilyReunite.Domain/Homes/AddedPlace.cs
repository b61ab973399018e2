namespace FamilyReunite.Domain.Homes;

public enum AddedPlaceKind
{
    /// <summary>A natural village that no list of divisions names.</summary>
    NaturalVillage,

    /// <summary>A name that a place bore before, or the name of one merged into it.</summary>
    FormerName,

    /// <summary>What the list of places has wrong.</summary>
    Correction,
}

/// <summary>A place that a station knows and the built-in list does not. A mistake is withdrawn, never deleted.</summary>
public sealed class AddedPlace
{
    public const int MaxName = 60;
    public const int MaxNote = 1000;

    private AddedPlace() { }

    /// <param name="id">UUIDv7 made by the client.</param>
    /// <param name="alsoCalled">Other names, joined by "、"; null when there are none.</param>
    /// <param name="division">Digits of the county, town or village in which it lies or which it is today.</param>
    public AddedPlace(Guid id, Guid organisationId, AddedPlaceKind kind, string name, string? alsoCalled, string division, string? note, Guid addedBy, DateTimeOffset addedAt) =>
        (Id, OrganisationId, Kind, Name, AlsoCalled, Division, Note, AddedBy, AddedAt) = (id, organisationId, kind, name, alsoCalled, division, note, addedBy, addedAt.ToUniversalTime());

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    public AddedPlaceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string? AlsoCalled { get; private set; }

    public string Division { get; private set; } = "";

    public string? Note { get; private set; }

    public Guid AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>False when it was withdrawn before.</summary>
    public bool Withdraw(Guid by, DateTimeOffset at)
    {
        if (IsWithdrawn) return false;
        (WithdrawnBy, WithdrawnAt) = (by, at.ToUniversalTime());
        return true;
    }
}
