using FamilyReunite.Casework.Review;
using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>The form of one step, in a dialog or on a page of its own.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Back">Where cancelling leads without script.</param>
public sealed record DecideForm(CaseView View, ReviewStep Step, Guid WriteId, string? Text, RejectionReason? Reason, string Action, string Back)
{
    /// <summary>Part of each field's id; one page holds several of these forms.</summary>
    public string Prefix => Step.ToString().ToLowerInvariant();

    /// <summary>Key of the sentences that belong to the step: the second confirmation has its own.</summary>
    public string Key => Step == ReviewStep.Confirm && View.Turn == ConfirmTurn.Second ? "second" : Prefix;

    /// <summary>The step can be taken in the state of the pair.</summary>
    public static bool Fits(CaseView view, ReviewStep step) => step switch
    {
        ReviewStep.Confirm => view.Turn is ConfirmTurn.First or ConfirmTurn.Second && !view.ConfirmedElsewhere,
        ReviewStep.Undo => view.State is MatchState.Confirmed or MatchState.Rejected or MatchState.AwaitingSecond,
        ReviewStep.Open => view.State == MatchState.Proposed,
        _ => view.State is not (MatchState.Confirmed or MatchState.Rejected),
    };
}
