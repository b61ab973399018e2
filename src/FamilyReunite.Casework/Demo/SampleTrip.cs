using System.Text.Json;
using System.Text.Json.Serialization;
using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Demo;

/// <summary>A line of <c>data-samples/trips.jsonl</c>. Person and report are source ids.</summary>
internal sealed record SampleTrip(string SourceId, string Person, string Report, TripState State, Guid Organisation, string? MedicalNotes, IReadOnlyList<SampleLeg> Legs, IReadOnlyList<SampleEscort> Escorts,
    IReadOnlyList<SampleCheckIn> CheckIns, IReadOnlyList<SampleEvent> Events, SampleHandOver? HandOver = null)
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new JsonStringEnumConverter() }, RespectRequiredConstructorParameters = true };

    /// <exception cref="JsonException">The line is no trip.</exception>
    public static SampleTrip Parse(string line) => JsonSerializer.Deserialize<SampleTrip>(line, Form) ?? throw new JsonException("An empty trip.");

    public DateTimeOffset DepartsAt => Legs.Min(l => l.DepartsAt);

    /// <summary>When the last thing in it happened or, planned, is to happen.</summary>
    public DateTimeOffset LastAt => Events.Count > 0 ? Events.Max(e => e.At) : DepartsAt;
}

internal sealed record SampleLeg(int Order, string From, string To, Transport Transport, string? Number, DateTimeOffset DepartsAt, DateTimeOffset ArrivesAt);

internal sealed record SampleEscort(string Name, string? Duty);

internal sealed record SampleCheckIn(DateTimeOffset DueAt, DateTimeOffset? DoneAt);

internal sealed record SampleEvent(TripEventKind Kind, DateTimeOffset At, string? Text);

internal sealed record SampleHandOver(string Receiver, string Relation, bool IdChecked, string? IdKind, string? IdLastFour, string SignatureSvg, bool SignedFor, string? Witness, DateTimeOffset At, string? Place);
