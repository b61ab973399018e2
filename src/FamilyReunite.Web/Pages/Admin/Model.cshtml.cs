using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Jobs.Learning;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Admin;

/// <summary>The pair model: what is in force, what waits, whether it still holds, and the way back. Figures only, no case is visible here.</summary>
public sealed class ModelModel(ModelBook book, PresentModel present, DecisionWatch watch, JobLedger ledger, IStringLocalizer<AdminText> text) : ReunitePage
{
    public ModelInForce InForce { get; private set; } = new(new Problem("model.missing"), Learnt: false, null);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<(LearntModel Model, TrialReport Trial)> Models { get; private set; } = [];

    public WatchReport Watch { get; private set; } = new([], [], 0, 0, 0, 0, 0);

    /// <summary>What the newest night's learning came to; null before the first.</summary>
    public (ChallengerResult Result, DateTimeOffset At)? Night { get; private set; }

    [BindProperty] public string? Reason { get; set; }

    public async Task OnGetAsync()
    {
        InForce = await present.ReadAsync(Aborted);
        Models = [.. (await book.ListAsync(Aborted)).Select(m => (m, TrialReport.Parse(m.TrialJson)))];
        Watch = await watch.ReadAsync(Aborted);
        var last = await ledger.LastDoneAsync([ChallengerJob.Name], Aborted);
        if (last is { EndedAt: { } at } && ChallengerResult.Parse(last.Summary) is { } result) Night = (result, at);
    }

    public async Task<IActionResult> OnPostPromoteAsync(string? version) => await AnswerAsync(await book.PromoteAsync(Caller.Actor, WriteId, version ?? "", Reason ?? "", Aborted), "model.was-promoted");

    public async Task<IActionResult> OnPostDeclineAsync(string? version) => await AnswerAsync(await book.DeclineAsync(Caller.Actor, WriteId, version ?? "", Reason ?? "", Aborted), "model.was-declined");

    public async Task<IActionResult> OnPostBackAsync() => await AnswerAsync(await book.RollBackAsync(Caller.Actor, WriteId, Reason ?? "", Aborted), "model.was-rolled-back");

    private async Task<IActionResult> AnswerAsync(Outcome<Done> outcome, string sentence)
    {
        if (outcome.Succeeded)
        {
            Say(text[sentence]);
            return RedirectToPage();
        }
        Show(outcome.Problems);
        await OnGetAsync();
        return Page();
    }
}
