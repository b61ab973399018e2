using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>本站地名: natural villages, former names and corrections that the station adds to the built-in list.</summary>
public sealed class PlacesModel(AddedPlaceDesk places, IStringLocalizer<HomesText> text) : ReunitePage
{
    public IReadOnlyList<AddedPlaceLine> Lines { get; private set; } = [];

    [BindProperty] public AddedPlaceKind Kind { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public string? AlsoCalled { get; set; }

    [BindProperty] public string? Division { get; set; }

    [BindProperty] public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Caller.KeepsPeople) return NotYours();
        Lines = await places.ListAsync(Caller, Aborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync() => await DoneAsync(await places.AddAsync(Caller, new NewPlace(WriteId, Kind, Name, AlsoCalled, Division, Note), Aborted), "said.place");

    public async Task<IActionResult> OnPostWithdrawAsync(Guid place) => await DoneAsync(await places.WithdrawAsync(Caller, WriteId, place, Aborted), "said.place-withdrawn");

    private async Task<IActionResult> DoneAsync(Outcome<Done> done, string sentence)
    {
        if (done.Succeeded)
        {
            Say(text[sentence]);
            return LocalRedirect("/Homes/Places");
        }
        if (done.Problems[0].Code == "record.not-found") return NotYours();
        ModelState.Clear();
        Show(done.Problems);
        Lines = await places.ListAsync(Caller, Aborted);
        return Page();
    }
}
