using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.Review;

/// <summary>What a reviewer asks for.</summary>
/// <param name="WriteId">UUIDv7 made with the form; becomes the id of the decision, so that sending it twice decides once.</param>
/// <param name="SeenVersion">Version of the match that the reviewer looked at.</param>
/// <param name="Text">Evidence or reason in the reviewer's words.</param>
public sealed record DecisionRequest(Guid WriteId, Guid MatchId, long SeenVersion, DecisionAction Action, string? Text = null, RejectionReason? Reason = null)
{
    /// <summary>Longest text kept, in characters.</summary>
    public const int MaxText = 4000;
}

/// <param name="State">State after the decision.</param>
/// <param name="Repeated">It had been carried out before; nothing was changed now.</param>
/// <param name="SetAside">Other open pairs of the two records that this decision took out, or proposed again.</param>
public sealed record Decided(Guid MatchId, MatchState State, bool Repeated, int SetAside);
