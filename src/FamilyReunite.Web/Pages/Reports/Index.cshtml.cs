using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Pages.People;

namespace FamilyReunite.Web.Pages.Reports;

/// <summary>寻人登记.</summary>
public sealed class IndexModel(RecordLister lister) : RecordListPage(lister)
{
    public override RecordKind Kind => RecordKind.Missing;
}
