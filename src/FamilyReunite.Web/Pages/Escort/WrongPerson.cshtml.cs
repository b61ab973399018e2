using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>After the hand-over it turned out to be somebody else: the case is opened again.</summary>
public sealed class WrongPersonModel(TripBook book, TripRoad road, TimeProvider clock, IStringLocalizer<EscortText> text) : EscortPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Text { get; set; }

    public TripView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await road.RecordAsync(Caller, Id, new RoadReport(WriteId, TripEventKind.WrongPerson, clock.GetUtcNow(), null, Text), Aborted);
        if (outcome.Succeeded)
        {
            Say(text["said.WrongPerson"]);
            return Redirect($"/Escort/{Id}");
        }
        Refuse(outcome.Problems);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Caller.Role == Role.EscortTeam || await book.FindAsync(Caller, Id, Aborted) is not { } view) return NotYours();
        if (view.Trip.State is not (TripState.HandedOver or TripState.Returned) && ModelState.IsValid) return Redirect($"/Escort/{Id}");
        View = view;
        return Page();
    }
}
