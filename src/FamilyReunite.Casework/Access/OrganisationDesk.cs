using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Access;

/// <param name="District">Division code of 2, 4 or 6 digits.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record NewOrganisation(OrganisationKind Kind, string Name, string District, string? Telephone, string TimeZone);

/// <summary>Makes stations and police units.</summary>
public sealed class OrganisationDesk(ReuniteDb db, ChangeWriter writer, TimeProvider clock)
{
    /// <summary>Problems: setup.station-needed, setup.district-wrong, setup.zone-unknown.</summary>
    public async Task<Outcome<Guid>> AddAsync(NewOrganisation wanted, Actor actor, Guid writeId, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name) || !VisibleText.IsOneLine(wanted.Name.Trim())) return new Problem("setup.station-needed", "Station");
        if (!DivisionCode.TryParse(wanted.District, out var district) || district.Level > DivisionLevel.County) return new Problem("setup.district-wrong", nameof(wanted.District));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(wanted.TimeZone.Trim(), out _)) return new Problem("setup.zone-unknown", nameof(wanted.TimeZone));
        var organisation = new Organisation(Guid.CreateVersion7(clock.GetUtcNow()), wanted.Kind, wanted.Name.Trim(), district.Digits, string.IsNullOrWhiteSpace(wanted.Telephone) ? null : wanted.Telephone.Trim(), wanted.TimeZone.Trim());
        db.Organisations.Add(organisation);
        await writer.SaveAsync(new ChangeNote(writeId, actor, "organisation.created", "Organisation", organisation.Id, wanted.Kind.ToString()), ct);
        return organisation.Id;
    }
}
