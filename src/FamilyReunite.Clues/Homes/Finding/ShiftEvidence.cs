using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>One syllable heard for another ("把喝说成哈"): how usual that is in each dialect area.</summary>
internal sealed class ShiftEvidence : IHomeEvidence
{
    private const double Trust = 0.6;

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Shift))
        {
            var (spoken, heard) = (s.Words[0], s.Words[^1]);
            if (CharacterReadings.Of(spoken) is not { Count: > 0 } from || CharacterReadings.Of(heard) is not { Count: > 0 } to || from[0] == to[0]) continue;
            var byArea = CountySet.All.Select(c => c.Area).Distinct().ToDictionary(a => a, a => Likelihood(a, from[0], to), StringComparer.Ordinal);
            var ratio = Belief.FromLikelihood([.. CountySet.All.Select(c => byArea[c.Area])], Trust * s.Trust);
            // what people imitate of a region weighs more than the tables of single readings
            var told = Told(spoken, heard, to).Select(h => Belief.FromLikelihood(h.Likelihood, Trust * s.Trust)).ToList();
            for (var i = 0; i < ratio.Length && told.Count > 0; i++) ratio[i] = (ratio[i] + 2 * told.Average(w => w[i])) / 3;
            var where = string.Join('、', HintEvidence.Where(ratio));
            yield return new HomeClue(HomeClueKind.Sound, s.Words, new HomeReason($"“{spoken}”说成“{heard}”：常见于{where}", $"“{spoken}” said as “{heard}”: common in {where}"), ratio);
        }
    }

    private static IEnumerable<RegionHint> Told(char spoken, char heard, IReadOnlyList<string> sounds) =>
        RegionTable.Of("shift").Concat(RegionTable.Of("word")).Where(h => h.Topic.Length == 1 && h.Topic[0] == spoken && h.Words.Any(w => w == heard.ToString() || sounds.Contains(w) || w.Length == 1 && CharacterReadings.Of(w[0]) is [var first, ..] && sounds.Contains(first)));

    /// <summary>Tables of small areas lean on their group's: a listener heard few speakers of each.</summary>
    private static double Likelihood(string area, string spoken, IReadOnlyList<string> heard)
    {
        var from = Syllable.Parse(spoken);
        return heard.Max(h => 0.5 * At(area, h) + 0.3 * At(area.Split('－')[0], h) + 0.2 * At(ConfusionTable.Pooled, h)) + 0.01;

        double At(string name, string h) => ConfusionTable.For(name).Probability(Syllable.Parse(h), from);
    }
}
