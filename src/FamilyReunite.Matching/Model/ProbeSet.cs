using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Model;

/// <summary>Fixed invented findings; what a model answers to them is its fingerprint.</summary>
internal static class ProbeSet
{
    private const int Count = 128;
    private const int Seed = 20261;

    /// <summary>One step a feature, nothing to compare in about four of ten.</summary>
    public static IReadOnlyList<byte[]> Steps(FeatureSet features)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Count).Select(_ => features.Comparators.Select(c => random.NextDouble() < 0.4 ? (byte)0 : (byte)random.Next(1, c.Steps.Count)).ToArray())];
    }

    /// <summary>SHA-256 over all answers to four decimals, lower-case hex.</summary>
    public static string Hash(PairModel model, FeatureSet features)
    {
        var answers = Steps(features).Select(steps => Score(model, steps)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s:F4} {model.Probability(s):F4}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', answers))));
    }

    public static double Score(PairModel model, ReadOnlySpan<byte> steps)
    {
        var score = model.Prior;
        for (var f = 0; f < steps.Length; f++) score += model.Weights[f][steps[f]];
        return score;
    }
}
