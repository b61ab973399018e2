using System.Text.Json;
using System.Text.Json.Serialization;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Learning;

/// <summary>Learns from what people decided and, where that is better, lays the new model before the administrator.</summary>
public sealed class ChallengerRun(DecisionReader decisions, PresentModel present, LoadedPairModel shipped, IClueReader reader, IPlaceResolver places, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>New decided pairs that are worth another try.</summary>
    public const int FewestNew = 10;

    /// <param name="known">Decided pairs that were there at the last try; null tries in any case.</param>
    /// <returns>Why there is no present model, or <c>learning.too-few</c>.</returns>
    public async Task<Outcome<ChallengerResult>> RunAsync(int? known, Actor actor, IProgress<StepProgress>? progress, CancellationToken ct, LearningOptions? options = null)
    {
        var read = await decisions.ReadAsync(ct);
        if (known is { } before && read.Pairs.Count - before < FewestNew) return ChallengerResult.NotTried(before) with { Decided = read.Pairs.Count };
        var inForce = await present.ReadAsync(ct);
        if (inForce.Model.Value is not { } model) return inForce.Model.Problems.ToArray();
        await using var scope = scopes.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<ModelBook>();
        var version = await book.NextVersionAsync(shipped.Outcome.Value?.Version ?? model.Version, ct);
        var trainer = new DecisionTrainer(reader, places, clock, () => new IndexCandidateSource(clock));
        var outcome = await trainer.TrainAsync((options ?? new LearningOptions(version)) with { Version = version }, model, [.. read.Pairs.Select(p => p.Pair)], progress, ct);
        if (outcome.Value is not { } challenger) return outcome.Problems.ToArray();
        var proposed = challenger.Trial.Verdict == TrialVerdict.Better ? await book.ProposeAsync(challenger, actor, ct) : null;
        return new ChallengerResult(read.Pairs.Count, read.Pairs.Count, read.WithoutBasis, read.Silent, challenger.Trial, proposed);
    }
}

/// <param name="Decided">Decided pairs that say whether both are the same and keep what they were taken on.</param>
/// <param name="Known">How many of them the last real try knew.</param>
/// <param name="Trial">Null when too little is new since the last try.</param>
/// <param name="Proposed">Version that now waits for the administrator; null when the trial was not won.</param>
public sealed record ChallengerResult(int Decided, int Known, int WithoutBasis, int Silent, TrialReport? Trial, string? Proposed)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static ChallengerResult NotTried(int known) => new(known, known, 0, 0, null, null);

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <returns>Null when the text is of another kind.</returns>
    public static ChallengerResult? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<ChallengerResult>(json, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
