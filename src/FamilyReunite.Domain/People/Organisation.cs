namespace FamilyReunite.Domain.People;

public enum OrganisationKind { Station, Police }

/// <summary>A rescue station or a police unit, responsible for a district.</summary>
/// <param name="District">Division code digits (2, 4 or 6).</param>
/// <param name="TimeZone">IANA name; the zone in which the organisation reads its clocks.</param>
public sealed record Organisation(Guid Id, OrganisationKind Kind, string Name, string District, string? Telephone, string TimeZone = "Asia/Shanghai");
