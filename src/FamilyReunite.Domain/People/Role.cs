namespace FamilyReunite.Domain.People;

/// <summary>Roles of the software. System, security and audit duties are never in one hand.</summary>
public static class Role
{
    public const string StationStaff = "station-staff";
    public const string PoliceLiaison = "police-liaison";
    public const string EscortTeam = "escort-team";
    public const string StationManager = "station-manager";
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [StationStaff, PoliceLiaison, EscortTeam, StationManager, Auditor, Administrator];
}
