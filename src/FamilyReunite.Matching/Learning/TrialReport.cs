using System.Text.Json;
using FamilyReunite.Matching.Evaluation;

namespace FamilyReunite.Matching.Learning;

/// <summary><see cref="WorseOnInvented"/>: better on the decisions, but it forgets what they do not show.</summary>
public enum TrialVerdict { Better, NoBetter, WorseOnInvented }

/// <summary>A challenger against the model in force, on persons neither was fitted to.</summary>
/// <param name="Same">Confirmed pairs.</param>
/// <param name="Different">Rejected pairs.</param>
/// <param name="OfOtherProgram">Decided pairs left out, because they were compared by an earlier program in another way.</param>
/// <param name="Gain">Log loss that the challenger saves a pair; drawn by person.</param>
/// <param name="Trees">The same for boosted trees (LightGBM) on the same pairs; null when their library cannot be loaded here.</param>
public sealed record TrialReport(string Present, string Challenger, int Persons, int Same, int Different, int OfOtherProgram, DecisionFigures PresentOnDecisions, DecisionFigures ChallengerOnDecisions, Interval Gain,
    InventedFigures PresentOnInvented, InventedFigures ChallengerOnInvented, TreeFigures? Trees, TrialVerdict Verdict)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static TrialReport Parse(string json) => JsonSerializer.Deserialize<TrialReport>(json, Form) ?? throw new JsonException();
}

/// <param name="LogLoss">Mean of −ln of the probability that was given to what came out; lower is better.</param>
/// <param name="Auc">How often a confirmed pair stands above a rejected one.</param>
/// <param name="Stated">Mean probability.</param>
/// <param name="Observed">Share that was confirmed.</param>
public sealed record DecisionFigures(double LogLoss, double Auc, double Stated, double Observed);

public sealed record InventedFigures(double HitAt1, double HitAt10, double PrAuc, double Brier, double Ece)
{
    internal static InventedFigures Of(EvaluationReport r) => new(r.Overall.HitAt1, r.Overall.HitAt10, r.PrAuc, r.Brier, r.Ece);
}

/// <param name="Gain">Log loss that the trees save a pair against the challenger.</param>
public sealed record TreeFigures(DecisionFigures OnDecisions, Interval Gain, InventedFigures OnInvented);
