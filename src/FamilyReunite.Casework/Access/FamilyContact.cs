using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Access;

/// <summary>How a family is reached. It is called by whoever took its report and by the police of that district; the other side of a match asks them.</summary>
internal static class FamilyContact
{
    public static bool Is(FactKind kind) => kind is FactKind.ReporterContact or FactKind.ReporterName;

    public static bool IsFor(Caller caller, CaseRecord record) =>
        ((caller.KeepsPeople || caller.IsLiaison) && caller.OrganisationId == record.OrganisationId) || (caller.IsLiaison && record.District.StartsWith(caller.District, StringComparison.Ordinal));

    /// <summary>The facts of a record that this caller may read.</summary>
    public static IEnumerable<Fact> FactsFor(this CaseRecord record, Caller caller) => IsFor(caller, record) ? record.Facts : record.Facts.Where(f => !Is(f.Kind));
}
