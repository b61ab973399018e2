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
            // "哈" for 喝 may be a word of its own rather than a sound
            var words = RegionTable.Of("word").Where(h => h.Topic == spoken.ToString() && h.Words.Contains(heard.ToString())).Select(h => Belief.FromLikelihood(h.Likelihood, Trust * s.Trust)).ToList();
            for (var i = 0; i < ratio.Length && words.Count > 0; i++) ratio[i] = (ratio[i] + words.Average(w => w[i])) / 2;
            var where = string.Join('、', byArea.Where(a => a.Key.Length > 0).OrderByDescending(a => a.Value).Take(4).Select(a => a.Key));
            yield return new HomeClue(HomeClueKind.Sound, s.Words, new HomeReason($"“{spoken}”说成“{heard}”：常见于{where}", $"“{spoken}” said as “{heard}”: common in {where}"), ratio);
        }
    }

    /// <summary>Tables of small areas lean on their group's: a listener heard few speakers of each.</summary>
    private static double Likelihood(string area, string spoken, IReadOnlyList<string> heard)
    {
        var from = Syllable.Parse(spoken);
        return heard.Max(h => 0.5 * At(area, h) + 0.3 * At(area.Split('－')[0], h) + 0.2 * At(ConfusionTable.Pooled, h)) + 0.01;

        double At(string name, string h) => ConfusionTable.For(name).Probability(Syllable.Parse(h), from);
    }
}
