using FamilyReunite.Casework.Escort;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>Plans the journey of a confirmed match.</summary>
public sealed class NewModel(TripBook book, TripPlanner planner, StationTime time, IStringLocalizer<EscortText> text) : PlanFormModel(book, time)
{
    private readonly TripBook _book = book;

    public override string Back => "/Escort";

    public async Task<IActionResult> OnGetAsync(Guid matchId)
    {
        var start = await planner.StartAsync(Caller, matchId, Aborted);
        if (!start.Succeeded)
        {
            if (start.Problems[0].Code == "record.not-found") return NotYours();
            Refuse(start.Problems);
        }
        return await PageAsync(matchId);
    }

    public async Task<IActionResult> OnPostAsync(Guid matchId)
    {
        if (TakeStep()) return await PageAsync(matchId);
        var plan = await ReadAsync();
        var made = plan.Succeeded ? await planner.PlanAsync(Caller, matchId, WriteId, plan.Value!, Aborted) : plan.Problems.ToArray();
        if (made.Succeeded)
        {
            Say(text["plan.saved"]);
            return Redirect($"/Escort/{made.Value}");
        }
        if (made.Problems[0].Code == "record.not-found") return NotYours();
        Refuse(made.Problems);
        return await PageAsync(matchId);
    }

    private async Task<IActionResult> PageAsync(Guid matchId)
    {
        PersonName = (await _book.ToPlanAsync(Caller, Aborted)).FirstOrDefault(t => t.MatchId == matchId)?.PersonName;
        await ShowFormAsync();
        return Page();
    }
}
