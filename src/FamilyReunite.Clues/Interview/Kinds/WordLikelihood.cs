using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>P(a person from there says this word for a thing), made from the hints that list its words.</summary>
internal static class WordLikelihood
{
    /// <summary>Share of answers in a county that the table may name; the rest are words that it does not list.</summary>
    private const double MostNamed = 0.92;

    /// <returns>The words, and by word, then county, the share of answers; a last row holds every other word.</returns>
    public static (string[] Words, double[][] Likelihood) Of(BankQuestion question)
    {
        var hints = question.Words!.Hints;
        string[] words = [.. hints.SelectMany(h => h.Words).Concat(question.Common).Distinct(StringComparer.Ordinal)];
        var least = hints.Distinct().ToDictionary(h => h, h => h.Likelihood.Min());
        var rows = words.Select(w => Row(w, [.. hints.Where(h => h.Words.Contains(w))], least)).ToArray();
        var scale = Math.Min(1, AnswerTrust.WordsFromElsewhere / Math.Max(rows.Sum(r => r.Floor), 1e-9));
        var p = Array.ConvertAll(rows, r => Array.ConvertAll(r.Above, a => a + r.Floor * scale));
        return (words, [.. AnswerModel.Doubted([.. p, Finish(p, words, question)], AnswerTrust.ToWord)]);
    }

    /// <summary>The greatest share that a hint gives each county, doubt in the row of the table included, and the part of it that holds anywhere.</summary>
    private static (double[] Above, double Floor) Row(string word, RegionHint[] hints, Dictionary<RegionHint, double> least)
    {
        var row = Belief.Empty();
        if (hints.Length == 0) return (row, 0);
        foreach (var h in hints)
        {
            var trust = AnswerTrust.In(h.Reliability);
            var mean = 0.0;
            for (var c = 0; c < row.Length; c++) mean += Belief.Shares[c] * h.Likelihood[c];
            for (var c = 0; c < row.Length; c++) row[c] = Math.Max(row[c], (trust * h.Likelihood[c] + (1 - trust) * mean) * Part(h, word));
        }
        var floor = Math.Min(row.Min(), hints.Min(h => least[h] * Part(h, word)));
        for (var c = 0; c < row.Length; c++) row[c] -= floor;
        return (row, floor);
    }

    /// <summary>Share of a word among those of its hint: the first is the usual one and counts twice.</summary>
    private static double Part(RegionHint hint, string word) => (hint.Words[0] == word ? 2.0 : 1.0) / (hint.Words.Count + 1);

    /// <summary>Brings the shares of each county to at most <see cref="MostNamed"/>, gives the common words theirs, and returns what is left over.</summary>
    private static double[] Finish(double[][] p, string[] words, BankQuestion question)
    {
        var others = Belief.Empty();
        var common = words.Select(w => question.Common.Contains(w)).ToArray();
        var say = question.Common.Count > 0 ? AnswerTrust.SaysCommonWord : 0;
        for (var c = 0; c < others.Length; c++)
        {
            var sum = p.Sum(row => row[c]);
            var scale = (1 - say) * (sum > MostNamed ? MostNamed / sum : 1);
            others[c] = 1 - say - sum * scale;
            for (var w = 0; w < p.Length; w++) p[w][c] = p[w][c] * scale + (common[w] ? say / question.Common.Count : 0);
        }
        return others;
    }
}
