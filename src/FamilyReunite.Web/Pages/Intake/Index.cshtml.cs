using FamilyReunite.Domain.Records;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>登记受助人员: one page, half-filled saves.</summary>
public sealed class IndexModel(IServiceProvider services) : RecordFormPage(services)
{
    public override RecordKind Kind => RecordKind.Stranded;

    public override string FormPath => "/Intake";

    public override string ViewPath => "/People";
}
