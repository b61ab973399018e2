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
        var hints = question.Words!.Hints.Distinct().Select(h => new Trusted(h)).ToArray();
        string[] words = [.. hints.SelectMany(h => h.Hint.Words).Concat(question.Common).Distinct(StringComparer.Ordinal)];
        var rows = Array.ConvertAll(words, w => Row(w, Array.FindAll(hints, h => h.Hint.Words.Contains(w))));
        var scale = Math.Min(1, AnswerTrust.WordsFromElsewhere / Math.Max(rows.Sum(r => r.Floor), 1e-9));
        var p = Array.ConvertAll(rows, r => Array.ConvertAll(r.Above, a => a + r.Floor * scale));
        return (words, AnswerModel.Doubted([.. p, Finish(p, words, question)], AnswerTrust.ToWord));
    }

    /// <summary>The greatest share that a hint gives each county, and the part of it that holds anywhere.</summary>
    private static (double[] Above, double Floor) Row(string word, Trusted[] hints)
    {
        var row = Belief.Empty();
        if (hints.Length == 0) return (row, 0);
        foreach (var h in hints)
        {
            var part = Part(h.Hint, word);
            for (var c = 0; c < row.Length; c++) row[c] = Math.Max(row[c], h.P[c] * part);
        }
        var floor = Math.Min(row.Min(), hints.Min(h => h.Least * Part(h.Hint, word)));
        for (var c = 0; c < row.Length; c++) row[c] -= floor;
        return (row, floor);
    }

    /// <summary>Share of a word among those of its hint: the first is the usual one and counts twice.</summary>
    private static double Part(RegionHint hint, string word) => (hint.Words[0] == word ? 2.0 : 1.0) / (hint.Words.Count + 1);

    /// <summary>Brings the shares of each county to at most <see cref="MostNamed"/>, gives the common words theirs, and returns what is left over.</summary>
    private static double[] Finish(double[][] p, string[] words, BankQuestion question)
    {
        var others = Belief.Empty();
        var common = Array.ConvertAll(words, question.Common.Contains);
        var say = question.Common.Count > 0 ? AnswerTrust.SaysCommonWord : 0;
        foreach (var row in p)
            for (var c = 0; c < others.Length; c++) others[c] += row[c];
        var scale = Array.ConvertAll(others, sum => (1 - say) * (sum > MostNamed ? MostNamed / sum : 1));
        for (var w = 0; w < p.Length; w++)
            for (var c = 0; c < others.Length; c++) p[w][c] = p[w][c] * scale[c] + (common[w] ? say / question.Common.Count : 0);
        for (var c = 0; c < others.Length; c++) others[c] = 1 - say - others[c] * scale[c];
        return others;
    }

    /// <summary>A hint with the doubt in its row of the table: what is not to be believed holds anywhere alike.</summary>
    private sealed class Trusted
    {
        public Trusted(RegionHint hint)
        {
            (Hint, P) = (hint, [.. hint.Likelihood]);
            Least = P.Min();
            AnswerModel.Doubted([P], AnswerTrust.In(hint.Reliability));
        }

        public RegionHint Hint { get; }

        public double[] P { get; }

        public double Least { get; }
    }
}
