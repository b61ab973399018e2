using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>The signature at the family's door.</summary>
public sealed class HandOverModel(TripBook book, TripRoad road, TimeProvider clock, IStringLocalizer<EscortText> text) : EscortPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Place { get; set; }

    public HandOverDraft? Typed { get; private set; }

    public TripView View { get; private set; } = null!;

    public Guid AccountId => Caller.AccountId;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync([FromForm] HandOverDraft draft)
    {
        var outcome = await road.RecordAsync(Caller, Id, new RoadReport(WriteId, TripEventKind.HandedOver, clock.GetUtcNow(), Place, null, draft), Aborted);
        if (outcome.Succeeded)
        {
            Say(text["said.HandedOver"]);
            return Redirect($"/Escort/{Id}");
        }
        Refuse(outcome.Problems);
        Typed = draft;
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Caller.IsLiaison || await book.FindAsync(Caller, Id, Aborted) is not { } view) return NotYours();
        if (view.Trip.State != TripState.UnderWay && ModelState.IsValid) return Redirect($"/Escort/{Id}");
        View = view;
        return Page();
    }
}
