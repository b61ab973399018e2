using FamilyReunite.Casework.Access;
using FamilyReunite.Data.Ledger;

namespace FamilyReunite.Casework.Escort;

/// <summary>Keeps who looked at a trip: it shows a person, a family and their health.</summary>
public sealed class TripLook(ChangeWriter writer, TimeProvider clock)
{
    /// <summary>Writers of other records move the end of the audit chain; more than a few in a row is no chance.</summary>
    private const int Attempts = 3;

    /// <param name="action">"trip.viewed" or "trip.printed".</param>
    /// <exception cref="InvalidOperationException">It could not be written; then nothing may be shown.</exception>
    public async Task NoteAsync(Caller caller, Guid tripId, string action, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (await writer.SaveAsync(TripNote.Of(caller, Guid.CreateVersion7(clock.GetUtcNow()), action, tripId), ct) != WriteResult.Conflict) return;
        throw new InvalidOperationException("A look at a trip could not be noted.");
    }
}
