namespace FamilyReunite.Matching.Evaluation;

/// <summary>Persons with a report who are alike in something. Null where there is nobody.</summary>
/// <param name="Group">"all", a stratum of the simulator, or "clues-0-3" by how many kinds of clues the person's record holds.</param>
/// <param name="RecallAt50">Share whose report is among the first fifty retrieved, before scoring.</param>
public sealed record GroupFigures(string Group, int Persons, Interval? HitAt1, Interval? HitAt5, Interval? HitAt10, Interval? RecallAt50, Interval? RecallAt300);

/// <summary>How well probabilities hold among candidate pairs that could be compared on so many features.</summary>
public sealed record AmountFigures(string Amount, int Pairs, int Same, double Predicted, double Observed);

/// <summary>What happens to a reviewer who opens each person's candidates from the top down to a probability and stops at the right one.</summary>
/// <param name="Confirmed">Share of persons with a report whose report is found so.</param>
/// <param name="OpenedPerConfirmed">Candidates opened, those of persons without a report included, for each report found.</param>
/// <param name="FalsePerPersonAlone">Candidates from there up for each person who has no report.</param>
public sealed record LineFigures(double From, Interval? Confirmed, Interval? OpenedPerConfirmed, Interval? FalsePerPersonAlone);

/// <summary>A point of the precision–recall curve.</summary>
public readonly record struct RecallPoint(double Recall, double Precision);

/// <param name="RecallByDepth">Share of reports among the first k retrieved, for each k of <see cref="Depths"/>.</param>
/// <param name="PrecisionByRecall">Points (recall, precision) of the curve whose area is PR-AUC.</param>
/// <param name="FirstTied">Share of persons whose best candidates share one probability.</param>
/// <param name="MateTied">Share of retrieved reports that share their probability with another candidate.</param>
public sealed record DetailFigures(IReadOnlyList<GroupFigures> Groups, IReadOnlyList<AmountFigures> Amounts, IReadOnlyList<LineFigures> Lines, Interval? PrAuc, Interval? Brier, Interval? Ece,
    IReadOnlyList<double> RecallByDepth, IReadOnlyList<RecallPoint> PrecisionByRecall, double FirstTied, double MateTied)
{
    public static readonly IReadOnlyList<int> Depths = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300];
}
