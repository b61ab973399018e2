namespace FamilyReunite.Data.Ledger;

/// <summary>Who acts.</summary>
/// <param name="From">Network address or "cli", "job:night".</param>
public sealed record Actor(Guid? AccountId, string? Role, Guid? OrganisationId, string? From)
{
    public static Actor System(string from) => new(null, "system", null, from);
}

/// <summary>What an audit row will say about a write.</summary>
/// <param name="WriteId">UUIDv7 made by the client; the same one again changes nothing.</param>
/// <param name="Action">Stable verb ("person.fact-added", "review.confirm", "person.viewed").</param>
/// <param name="Detail">Names of fields and states; no personal data.</param>
public sealed record ChangeNote(Guid WriteId, Actor Actor, string Action, string SubjectKind, Guid? SubjectId, string? Detail = null);

public enum WriteResult
{
    Saved,

    /// <summary>The write id was there already; nothing was changed.</summary>
    Repeated,

    /// <summary>Somebody else changed the record since it was read; nothing was saved.</summary>
    Conflict,
}
