using FamilyReunite.Casework.Escort;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>One journey: on the phone of the escorts, and for the station that waits.</summary>
public sealed class TripModel(TripBook book, ViewLog views, TripRoad road, TripPlanner planner, TimeProvider clock, IStringLocalizer<EscortText> text) : EscortPage
{
    /// <summary>出发 → 途中 → 移交 → 返程.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["depart", "on-the-way", "hand-over", "return"];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public string? Place { get; set; }

    public TripView View { get; private set; } = null!;

    public Guid AccountId => Caller.AccountId;

    public bool MayPlan => Caller.KeepsPeople;

    public bool MayTravel => Caller.KeepsPeople || Caller.Role == Role.EscortTeam;

    public bool MaySayWrong => Caller.KeepsPeople || Caller.IsLiaison;

    public bool IncidentRefused { get; private set; }

    public bool CancelRefused { get; private set; }

    /// <summary>Index into <see cref="Stages"/> of what comes next or is under way; past the end when all is done.</summary>
    public int Stage => View.Trip.State switch { TripState.Planned or TripState.Cancelled => 0, TripState.UnderWay => 1, TripState.HandedOver => 3, _ => Stages.Count };

    public bool NotIn(params ReadOnlySpan<TripState> states) => !states.Contains(View.Trip.State);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await ShowAsync();
        if (View is not null) await views.NoteAsync(Caller, "trip.viewed", "trip", Id, Aborted);
        return page;
    }

    public Task<IActionResult> OnPostDepartAsync() => ReportAsync(TripEventKind.Departed);

    public Task<IActionResult> OnPostSafeAsync() => ReportAsync(TripEventKind.CheckedIn);

    public Task<IActionResult> OnPostIncidentAsync()
    {
        IncidentRefused = true;
        return ReportAsync(TripEventKind.Incident);
    }

    public Task<IActionResult> OnPostReturnAsync() => ReportAsync(TripEventKind.Returned);

    public async Task<IActionResult> OnPostCancelAsync()
    {
        CancelRefused = true;
        var outcome = await planner.CancelAsync(Caller, Id, WriteId, Text, Aborted);
        return await AnswerAsync(outcome.Problems, "said.Cancelled");
    }

    private async Task<IActionResult> ReportAsync(TripEventKind kind)
    {
        var outcome = await road.RecordAsync(Caller, Id, new RoadReport(WriteId, kind, clock.GetUtcNow(), Place, Text), Aborted);
        return await AnswerAsync(outcome.Problems, "said." + kind);
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Problem> problems, string said)
    {
        if (problems.Count == 0)
        {
            Say(text[said]);
            return Redirect($"/Escort/{Id}");
        }
        Refuse(problems);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await book.FindAsync(Caller, Id, Aborted) is not { } view) return NotYours();
        View = view;
        return Page();
    }
}
