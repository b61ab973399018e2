using System.Text.Json;
using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Escort;

/// <summary>What the trip log writes about a trip each night: figures and times, no words, so that every reader sees it in their own language.</summary>
/// <param name="LastSignOfLife">Null before departure.</param>
/// <param name="NextDue">The next check-in still open, or before departure the planned departure.</param>
/// <param name="Missed">Check-ins not answered by then.</param>
public sealed record TripLogLine(TripState State, DateTimeOffset? LastSignOfLife, DateTimeOffset? NextDue, int Missed)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static TripLogLine Of(EscortTrip trip, DateTimeOffset now) =>
        new(trip.State, trip.LastSignOfLife, trip.State == TripState.Planned ? trip.DepartsAt : trip.NextCheckIn?.DueAt, trip.MissedCheckIns(now).Count);

    /// <summary>As it stands in <see cref="TripEvent.Text"/>.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null when the text is none of ours (an imported event, say).</summary>
    public static TripLogLine? Read(string? text)
    {
        if (text is not ['{', ..]) return null;
        try
        {
            return JsonSerializer.Deserialize<TripLogLine>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
