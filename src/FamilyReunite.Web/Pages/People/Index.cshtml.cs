using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Web.Pages.People;

/// <summary>在站人员.</summary>
public sealed class IndexModel(RecordLister lister) : RecordListPage(lister)
{
    public override RecordKind Kind => RecordKind.Stranded;
}
