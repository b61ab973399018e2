using FamilyReunite.Casework.Homes;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.People;

/// <summary>A stranded person.</summary>
public sealed class PersonModel(RecordReader reader, TimelineReader timeline, HomeDesk homes, WishDesk wishes, IStringLocalizer<PeopleText> text) : RecordViewPage(reader, timeline)
{
    private const int ShownHomes = 5;

    public override RecordKind Kind => RecordKind.Stranded;

    public bool DoesNotWantToBeFound => View.Record is StrandedPerson { DoesNotWantToBeFound: true };

    [BindProperty] public string? Reason { get; set; }

    protected override async Task ReadHomesAsync() => BestHomes = View.Record is StrandedPerson person ? await homes.BestAsync(person, ShownHomes, Aborted) : [];

    public async Task<IActionResult> OnPostWishAsync(Guid id, bool hide)
    {
        var done = await wishes.SetAsync(Caller, WriteId, id, hide, Reason, Aborted);
        if (done.Succeeded)
        {
            Say(text[hide ? "wish.done" : "wish.lifted"]);
            return LocalRedirect($"/People/{id}");
        }
        if (done.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        Show(done.Problems);
        return Page();
    }
}
