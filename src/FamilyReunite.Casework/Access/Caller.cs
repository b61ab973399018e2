using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Casework.Access;

/// <summary>Who asks: an account in its one role, for one organisation.</summary>
/// <param name="Role">One of <see cref="Domain.People.Role.All"/>; an account holds exactly one, so that system, security and audit duties are never in one hand.</param>
/// <param name="District">Division code digits of the organisation's district; a liaison sees the cases inside it.</param>
/// <param name="TimeZone">IANA zone in which the organisation reads its clocks.</param>
/// <param name="From">Network address, for the audit chain.</param>
public sealed record Caller(Guid AccountId, string DisplayName, string Role, Guid OrganisationId, OrganisationKind OrganisationKind, string District, string TimeZone, string? From)
{
    public Actor Actor => new(AccountId, Role, OrganisationId, From);

    /// <summary>Works in a station with its people: staff or manager.</summary>
    public bool KeepsPeople => Role is Domain.People.Role.StationStaff or Domain.People.Role.StationManager;

    public bool IsLiaison => Role == Domain.People.Role.PoliceLiaison;
}
