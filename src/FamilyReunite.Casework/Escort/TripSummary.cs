using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Escort;

/// <summary>A line of the trip list.</summary>
/// <param name="PersonName">Confirmed name where there is one, else the station's call name; null when neither is known.</param>
/// <param name="From">First leg's start; null when no leg is planned.</param>
/// <param name="NextDue">Next check-in still open.</param>
/// <param name="RidesAlong">The caller is one of the escorts.</param>
public sealed record TripSummary(Guid Id, TripState State, string? PersonName, string? From, string? To, IReadOnlyList<string> Escorts, DateTimeOffset? DepartsAt, DateTimeOffset? NextDue, DateTimeOffset? LastSignOfLife, TripAlert? Alert, bool RidesAlong);

/// <summary>A confirmed match that nobody has planned a journey for.</summary>
public sealed record TripToPlan(Guid MatchId, string? PersonName, string? Home);

/// <summary>Somebody who can be asked to travel along.</summary>
public sealed record TeamMember(Guid AccountId, string Name);

/// <summary>A trip with the names a reader needs.</summary>
/// <param name="Family">Who reported the person missing, and as what.</param>
/// <param name="Health">What the station noted about health and mind, as written.</param>
/// <param name="Names">Accounts in the history by their display name.</param>
public sealed record TripView(EscortTrip Trip, string? PersonName, string? CallName, string StationName, string? StationTelephone, string? Home, string? FamilyName, string? FamilyRelation, IReadOnlyList<string> Health, IReadOnlyDictionary<Guid, string> Names);
