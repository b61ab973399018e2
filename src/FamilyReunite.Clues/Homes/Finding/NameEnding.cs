using System.Collections.Concurrent;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Where names of villages end as a heard one does (营子, 岙, 湾 …), by sound.</summary>
internal static class NameEnding
{
    private static readonly ConcurrentDictionary<string, double[]> Ratios = new(StringComparer.Ordinal);
    private static readonly Lazy<Dictionary<string, RegionHint>> Endings = new(() => RegionTable.Of("ending").ToDictionary(h => h.Topic, StringComparer.Ordinal));

    /// <summary>For each county P(ending | village there) over its mean; null when the ending tells nothing.</summary>
    public static double[]? Of(string heard)
    {
        var core = heard[..NameCore.OfVillage(heard)];
        var sounds = core.TakeLast(2).Select(c => CharacterReadings.Of(c) is [var first, ..] ? first : "").ToArray();
        if (sounds.Length < 2 || sounds.Contains("")) return null;
        var hint = core.Length > 2 && Endings.Value.TryGetValue($"{sounds[0]} {sounds[1]}", out var two) ? two : Endings.Value.GetValueOrDefault(sounds[1]);
        return hint is null ? null : Ratios.GetOrAdd(hint.Topic, _ => Belief.FromLikelihood(hint.Likelihood, 1));
    }
}
