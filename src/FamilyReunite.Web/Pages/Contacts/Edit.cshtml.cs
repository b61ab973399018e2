using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Pages.Intake;

namespace FamilyReunite.Web.Pages.Contacts;

/// <summary>What is known of somebody met on the street.</summary>
public sealed class EditModel(IServiceProvider services) : RecordFormPage(services)
{
    public override RecordKind Kind => RecordKind.FieldContact;

    public override string FormPath => "/Contacts/Edit";

    public override string ViewPath => "/Contacts";
}
