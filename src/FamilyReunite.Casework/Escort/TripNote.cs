using FamilyReunite.Casework.Access;
using FamilyReunite.Data.Ledger;

namespace FamilyReunite.Casework.Escort;

/// <summary>Audit rows about trips.</summary>
internal static class TripNote
{
    public const string Subject = "trip";

    public static ChangeNote Of(Caller caller, Guid writeId, string action, Guid trip, string? detail = null) => new(writeId, caller.Actor, action, Subject, trip, detail);
}
