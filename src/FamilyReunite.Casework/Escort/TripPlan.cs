using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Escort;

/// <summary>A journey as somebody filled it in; nothing is checked yet.</summary>
/// <param name="Legs">In travelling order.</param>
/// <param name="CheckInsDue">Null or empty: proposed from the legs.</param>
public sealed record TripPlan(IReadOnlyList<LegDraft> Legs, IReadOnlyList<EscortDraft> Escorts, string? MedicalNotes, IReadOnlyList<DateTimeOffset>? CheckInsDue);

/// <param name="Number">Train, flight, coach or plate number.</param>
public sealed record LegDraft(string? From, string? To, Transport Transport, string? Number, DateTimeOffset? DepartsAt, DateTimeOffset? ArrivesAt);

/// <param name="Duty">What they do on the way ("带队", "照护").</param>
/// <param name="AccountId">Their account, when they have one.</param>
public sealed record EscortDraft(string? Name, string? Duty, Guid? AccountId = null);
