using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Records;

/// <summary>The visible rows of one kind, as their common type.</summary>
internal static class VisibleRecords
{
    public static IQueryable<CaseRecord> RecordsFor(this ReuniteDb db, Caller caller, RecordKind kind) => kind switch
    {
        RecordKind.Stranded => db.PeopleFor(caller),
        RecordKind.Missing => db.ReportsFor(caller),
        _ => db.ContactsFor(caller),
    };
}
