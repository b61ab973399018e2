using System.Globalization;
using FamilyReunite.Casework.Review;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>One step of a review: the page without script, and where every form is sent.</summary>
public sealed class DecideModel(CaseReader reader, ReviewService review, ReviewQueue queue, IStringLocalizer<ReviewText> text) : ReviewPage
{
    [BindProperty]
    public long Version { get; set; }

    /// <summary>When the reviewer's page was made, in UTC milliseconds.</summary>
    [BindProperty]
    public long SeenAt { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public RejectionReason? Reason { get; set; }

    public DecideForm Form { get; private set; } = null!;

    /// <summary>Steps that others took while the reviewer was writing.</summary>
    public IReadOnlyList<HistoryLine> Missed { get; private set; } = [];

    public bool EvidenceMoved { get; private set; }

    public bool IsConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, ReviewStep step)
    {
        if (await reader.ReadAsync(Caller, id, Aborted) is not { } view) return NotYours();
        if (step == ReviewStep.Open || !DecideForm.Fits(view, step)) return Redirect(ToCase(id));
        Lay(view, step);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ReviewStep step)
    {
        ModelState.Clear();
        var outcome = await review.DecideAsync(Caller, new DecisionRequest(WriteId, id, Version, ActionOf(step), Text, Reason), Aborted);
        if (outcome.Value is { } decided && outcome.Succeeded) return await GoOnAsync(decided, step);
        if (outcome.Problems.Any(p => p.Code == "review.not-found")) return NotYours();
        if (await reader.ReadAsync(Caller, id, Aborted) is not { } view)
        {
            Say(text["withdrawn.meanwhile"]);
            return Redirect(ToQueue());
        }
        IsConflict = outcome.Problems.Any(p => p.Code == "review.conflict");
        var seen = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(SeenAt, 0, 253402300799999));
        if (IsConflict) (Missed, EvidenceMoved) = ([.. view.History.Where(h => h.OnThisPair && h.At > seen)], view.EvidenceChangedAt > seen);
        Show(outcome.Problems.Select(p => p with { Field = p.Field switch { "text" => "Text", "reason" => "Reason", _ => null } }));
        Lay(view, step);
        return Page();
    }

    private void Lay(CaseView view, ReviewStep step) => Form = new DecideForm(view, step, IsConflict ? NewId() : WriteId, Text, Reason, ToStep(view.Id, step), ToCase(view.Id));

    private async Task<IActionResult> GoOnAsync(Decided decided, ReviewStep step)
    {
        if (step == ReviewStep.Open) return Redirect(ToCase(decided.MatchId));
        TempData["review.told"] = Told(decided, step);
        if (step is ReviewStep.Confirm or ReviewStep.Reject && (await reader.ReadAsync(Caller, decided.MatchId, Aborted))?.Version is { } version)
            TempData["review.undo"] = string.Create(CultureInfo.InvariantCulture, $"{decided.MatchId:D} {version} {NewId():D}");
        if (step == ReviewStep.Undo) return Redirect(ToCase(decided.MatchId));
        return await queue.NextAsync(Caller, Filter, decided.MatchId, Aborted) is { } next ? Redirect(ToCase(next)) : Redirect(ToQueue());
    }

    private string Told(Decided decided, ReviewStep step) => step switch
    {
        ReviewStep.Confirm when decided.State == MatchState.Confirmed => text["told.confirmed", decided.SetAside],
        ReviewStep.Confirm => text["told.first"],
        ReviewStep.Undo => text["told.undo", decided.SetAside],
        _ => text["told." + step.ToString().ToLowerInvariant()],
    };

    private static DecisionAction ActionOf(ReviewStep step) => step switch
    {
        ReviewStep.Open => DecisionAction.Open,
        ReviewStep.More => DecisionAction.NeedMore,
        ReviewStep.Reject => DecisionAction.Reject,
        ReviewStep.Confirm => DecisionAction.Confirm,
        _ => DecisionAction.Undo,
    };
}
