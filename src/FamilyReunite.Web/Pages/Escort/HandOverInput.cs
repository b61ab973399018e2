using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>What the hand-over form starts from.</summary>
/// <param name="FamilyName">Who reported the person missing: offered as the receiver, never filled in.</param>
/// <param name="Typed">What was typed before it was refused.</param>
public sealed record HandOverInput(Guid TripId, Guid WriteId, string? FamilyName, string? FamilyRelation, EscortTrip Legs, HandOverDraft? Typed = null, string? Place = null)
{
    /// <summary>Papers to choose from, as they are stored and printed.</summary>
    public static IReadOnlyList<string> Papers { get; } = ["居民身份证", "户口簿", "社会保障卡", "护照", "其他证件"];

    public string? Destination => Legs.Legs.MaxBy(l => l.Order)?.To;
}
