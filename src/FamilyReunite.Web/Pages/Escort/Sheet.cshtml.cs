using FamilyReunite.Casework.Escort;
using FamilyReunite.Casework.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>The hand-over on one sheet of A4: signed as it was on the screen, or blank to be signed on paper.</summary>
public sealed class SheetModel(TripBook book, ViewLog views, TripWords words) : EscortPage
{
    public TripView View { get; private set; } = null!;

    public TripWords Words => words;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await book.FindAsync(Caller, id, Aborted) is not { } view) return NotYours();
        View = view;
        await views.NoteAsync(Caller, "trip.printed", "trip", id, Aborted, everyTime: true);
        return Page();
    }
}
