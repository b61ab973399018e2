using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;

namespace FamilyReunite.Matching.Evaluation;

/// <summary>What `reunite evaluate` asks for.</summary>
/// <param name="Limit">Candidates a query.</param>
/// <param name="SuggestFrom">Probability from which a candidate counts as suggested.</param>
public sealed record EvaluationOptions(int Seed, int Persons = 1000, int Reports = 20000, double ShareWithMate = 0.39, int Limit = RetrievalDepth.Reports, double SuggestFrom = 0.5);

/// <summary>Shares of the persons with a report whose report came first, among the first five, ten, or was retrieved at all.</summary>
/// <param name="RecallAt50">Among the first fifty that retrieval gave, before scoring.</param>
public sealed record HitRates(int Persons, double HitAt1, double HitAt5, double HitAt10, double Retrieved, double RecallAt50)
{
    internal static HitRates Of(IReadOnlyCollection<QueryResult> mated)
    {
        double Share(Func<QueryResult, bool> which) => mated.Count == 0 ? 0 : (double)mated.Count(which) / mated.Count;
        return new HitRates(mated.Count, Share(q => q.RankOfMate is 1), Share(q => q.RankOfMate is <= 5), Share(q => q.RankOfMate is <= 10), Share(q => q.RankOfMate is not null), Share(q => q.RetrievedAt is <= 50));
    }
}

/// <param name="From">Lower bound of predicted probability, 0 to 0.9.</param>
public sealed record CalibrationBin(double From, int Pairs, double Predicted, double Observed);

/// <param name="PrAuc">Average precision over all candidate pairs; a mate that was not retrieved counts as never found.</param>
/// <param name="Brier">Mean squared error of the probability over all candidate pairs; lower is better.</param>
/// <param name="Ece">Expected calibration error over ten bins of equal width.</param>
/// <param name="FalseSuggestionsPerQuery">Candidates at or above the line, for persons who have no report.</param>
/// <param name="MatesSuggested">Share of persons with a report whose report stands at or above the line.</param>
/// <param name="PairsPerSecond">Scoring alone, sentences included, on one thread.</param>
/// <param name="Details">The same and more with ranges, by group.</param>
public sealed record EvaluationReport(EvaluationOptions Options, string ModelVersion, int Queries, int Pairs, HitRates Overall, IReadOnlyDictionary<string, HitRates> ByStratum,
    double PrAuc, double Brier, double Ece, double FalseSuggestionsPerQuery, double MatesSuggested, IReadOnlyList<CalibrationBin> Calibration, double PairsPerSecond, DetailFigures Details)
{
    internal FiguresCard ToCard() => new(Options.Seed, Options.Persons, Options.Reports, Round(Overall.HitAt1), Round(Overall.HitAt5), Round(Overall.HitAt10), Round(Overall.Retrieved), Round(PrAuc), Math.Round(Brier, 6), Math.Round(Ece, 6), Round(FalseSuggestionsPerQuery));

    private static double Round(double x) => Math.Round(x, 4);
}
