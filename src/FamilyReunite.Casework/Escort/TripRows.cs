using FamilyReunite.Domain.Escort;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Escort;

/// <summary>Loads a trip with all its parts.</summary>
internal static class TripRows
{
    public static IQueryable<EscortTrip> Whole(this IQueryable<EscortTrip> trips) => trips.Include(t => t.Legs).Include(t => t.Escorts).Include(t => t.CheckIns).Include(t => t.Events);
}
