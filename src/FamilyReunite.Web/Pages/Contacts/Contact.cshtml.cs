using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Contacts;

/// <summary>Somebody met on the street: visits, what is known, and the way into the station.</summary>
public sealed class ContactModel(RecordReader reader, TimelineReader timeline, ContactDesk desk, StationTime time, IStringLocalizer<ContactsText> text) : RecordViewPage(reader, timeline)
{
    public override RecordKind Kind => RecordKind.FieldContact;

    [BindProperty] public VisitInput Visit { get; set; } = new();

    /// <summary>Id of the person's record that bringing in would make.</summary>
    [BindProperty] public Guid PersonId { get; set; }

    public IEnumerable<FieldVisit> Visits => ((FieldContact)View.Record).Visits.OrderByDescending(v => v.At);

    public bool IsOpen => View.Record.Status != RecordStatus.Closed;

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotYours();
        Visit = new VisitInput { VisitId = NewId(), At = time.Field(time.Now), Place = Visits.FirstOrDefault()?.Place };
        return Page();
    }

    public async Task<IActionResult> OnPostVisitAsync(Guid id)
    {
        var done = await desk.VisitAsync(Caller, WriteId, id, Visit.ToVisit(Visit.VisitId == Guid.Empty ? WriteId : Visit.VisitId, time), Aborted);
        if (done.Succeeded)
        {
            Say(text["visit.saved"]);
            return LocalRedirect($"/Contacts/{id}");
        }
        if (done.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        Show(done.Problems.Select(p => p with { Field = p.Field is null ? null : "Visit." + p.Field }));
        return Page();
    }

    public async Task<IActionResult> OnPostBringInAsync(Guid id)
    {
        var made = await desk.BringInAsync(Caller, WriteId, id, PersonId, Aborted);
        if (made.Succeeded)
        {
            Say(text["brought"]);
            return LocalRedirect($"/Intake/{made.Value}");
        }
        if (made.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        Show(made.Problems);
        return Page();
    }
}
