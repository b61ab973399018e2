using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Pages.Intake;

namespace FamilyReunite.Web.Pages.Reports;

/// <summary>The form of a family's report.</summary>
public sealed class EditModel(IServiceProvider services) : RecordFormPage(services)
{
    public override RecordKind Kind => RecordKind.Missing;

    public override string FormPath => "/Reports/Edit";

    public override string ViewPath => "/Reports";
}
