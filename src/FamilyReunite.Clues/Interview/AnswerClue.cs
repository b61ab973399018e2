using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;

namespace FamilyReunite.Clues.Interview;

/// <summary>Writes an answer as a clue, with the provinces that it speaks for.</summary>
internal static class AnswerClue
{
    private const int MostProvinces = 4;

    /// <summary>Mean ratio from which a province is named.</summary>
    private const double Telling = 1.2;

    /// <param name="asHeard">What was said or done, verbatim.</param>
    public static HomeClue Of(string asHeard, Wording reading, double[] ratio)
    {
        var where = string.Join('、', Where(ratio));
        var (zh, en) = where.Length == 0 ? ("", "") : ($"：较合{where}", $": fits {where} better");
        return new HomeClue(HomeClueKind.Answer, asHeard, new HomeReason(reading.Zh + zh, reading.En + en), ratio);
    }

    private static IEnumerable<string> Where(double[] ratio) =>
        CountySet.All.Select((c, i) => (c.Province, Weight: ratio[i] * Belief.Shares[i], Share: Belief.Shares[i])).GroupBy(x => x.Province, StringComparer.Ordinal)
            .Select(g => (g.Key, Rate: g.Sum(x => x.Weight) / g.Sum(x => x.Share))).Where(p => p.Rate > Telling).OrderByDescending(p => p.Rate).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Take(MostProvinces).Select(p => p.Key);
}
