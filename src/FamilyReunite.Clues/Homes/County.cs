using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>A county-level division of today; where no county stands between (东莞, 中山), the division of the prefecture level.</summary>
/// <param name="Prefecture">Name of the prefecture; the municipality's own name in Beijing, Tianjin, Shanghai and Chongqing.</param>
/// <param name="Centre">Longitude and latitude in degrees; the prefecture's middle where the county's is not known.</param>
/// <param name="Area">Dialect area of the Language Atlas as the sound tables spell it ("西南官話－川黔片"); empty when unknown.</param>
/// <param name="Share">Share of all people without a known home who come from here before anything is known of them; sums to 1 over all counties.</param>
public sealed record County(DivisionCode Code, string Name, string Province, string Prefecture, (double Longitude, double Latitude) Centre, string Area, double Share);
