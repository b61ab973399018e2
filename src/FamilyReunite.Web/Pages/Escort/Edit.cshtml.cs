using FamilyReunite.Casework.Escort;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>Changes a plan before departure.</summary>
public sealed class EditModel(TripBook book, TripPlanner planner, StationTime time, IStringLocalizer<EscortText> text) : PlanFormModel(book, time)
{
    private readonly TripBook _book = book;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public override string Back => $"/Escort/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } view) return NotYours();
        if (view.Trip.State != Domain.Escort.TripState.Planned) return Redirect(Back);
        Fill(view.Trip);
        await ShowFormAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } view) return NotYours();
        if (!TakeStep())
        {
            var plan = await ReadAsync();
            var saved = plan.Succeeded ? await planner.ReplanAsync(Caller, Id, Version, plan.Value!, WriteId, Aborted) : plan.Problems.ToArray();
            if (saved.Succeeded)
            {
                Say(text["plan.saved"]);
                return Redirect(Back);
            }
            Refuse(saved.Problems);
            // saving once more after having seen what stands is a decision
            if (saved.Problems[0].Code == "escort.changed-meanwhile") (Meanwhile, Version) = (view, view.Trip.Version);
        }
        await ShowFormAsync();
        return Page();
    }

    private async Task<TripView?> FindAsync()
    {
        var view = Caller.KeepsPeople ? await _book.FindAsync(Caller, Id, Aborted) : null;
        PersonName = view?.PersonName;
        return view;
    }
}
