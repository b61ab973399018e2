using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>All journeys of the caller: silent ones first. The escort team lands on the one it is travelling on.</summary>
public sealed class IndexModel(TripBook book) : EscortPage
{
    public IReadOnlyList<TripSummary> Trips { get; private set; } = [];

    public IReadOnlyList<TripToPlan> ToPlan { get; private set; } = [];

    public bool MayPlan => Caller.KeepsPeople;

    /// <summary>Trips that are not silent, by what they are about; the key names the heading.</summary>
    public IEnumerable<(string Key, List<TripSummary> Trips)> Groups => Trips.Where(t => t.Alert is null)
        .GroupBy(t => t.State switch { TripState.UnderWay => "under-way", TripState.HandedOver => "handed-over", TripState.Planned => "planned", _ => "ended" })
        .Select(g => (g.Key, g.ToList()));

    /// <param name="all">Show the list even while a trip is under way.</param>
    public async Task<IActionResult> OnGetAsync(bool all)
    {
        Trips = await book.ListAsync(Caller, Aborted);
        if (!all && Caller.Role == Role.EscortTeam && Current() is { } trip) return Redirect($"/Escort/{trip.Id}");
        ToPlan = await book.ToPlanAsync(Caller, Aborted);
        return Page();
    }

    private TripSummary? Current()
    {
        var underWay = Trips.Where(t => t.State is TripState.UnderWay or TripState.HandedOver).ToList();
        return underWay.Find(t => t.RidesAlong) ?? (underWay.Count == 1 ? underWay[0] : null);
    }
}
