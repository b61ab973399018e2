using System.Text.Json;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>The figures of a match run, stored as JSON in its ledger row; while it runs they are the cursor.</summary>
/// <param name="After">Last person that is finished; persons are taken in id order.</param>
/// <param name="OutboxPosition">Changes up to here are in this run; the next run over changes alone begins behind it.</param>
/// <param name="Seconds">Time spent, over all resumes.</param>
/// <param name="Stages">Where it went, since it was last resumed; null while it runs.</param>
public sealed record MatchRunSummary(Guid? After, long OutboxPosition, double Seconds, MatchTally Tally, RunStages? Stages = null)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>Null for null or for what another job wrote.</summary>
    public static MatchRunSummary? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<MatchRunSummary>(json, Form) is { Tally: not null } summary ? summary : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Seconds on the wall of the stages of a run. Choosing the next wave goes on beside saving this one, so the last three overlap.</summary>
/// <param name="Plan">Finding out whom the run is about.</param>
/// <param name="Prepare">Reading queries and versions, laying the postings out.</param>
/// <param name="Retrieve">Persons through the postings.</param>
/// <param name="Score">Reports through the clues.</param>
/// <param name="Save">Explaining and writing.</param>
public sealed record RunStages(double Plan, double Prepare, double Retrieve, double Score, double Save);
