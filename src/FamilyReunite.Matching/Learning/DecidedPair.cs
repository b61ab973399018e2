using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;

namespace FamilyReunite.Matching.Learning;

/// <summary>A pair that people decided, as they saw it.</summary>
/// <param name="PersonId">All pairs of one stranded person stay on one side of every split.</param>
/// <param name="Same">True when it was confirmed, false when it turned out to be somebody else.</param>
/// <param name="Steps">Name of the step by feature; features with nothing to compare are left out.</param>
public sealed record DecidedPair(Guid PersonId, bool Same, IReadOnlyDictionary<string, string> Steps);

/// <summary>Brings decided pairs into the form of the present comparators.</summary>
internal sealed class DecidedSteps(FeatureSet features)
{
    /// <returns>Null when a feature or step is not of this program: then the decision was taken on comparisons that are no longer made.</returns>
    public byte[]? Of(DecidedPair pair)
    {
        var steps = new byte[features.Comparators.Count];
        var known = 0;
        for (var f = 0; f < steps.Length; f++)
        {
            if (!pair.Steps.TryGetValue(features.Comparators[f].Feature, out var name)) continue;
            var at = features.Comparators[f].Steps.ToList().FindIndex(1, s => s.Name == name);
            if (at < 0) return null;
            steps[f] = (byte)at;
            known++;
        }
        return known == pair.Steps.Count ? steps : null;
    }
}
