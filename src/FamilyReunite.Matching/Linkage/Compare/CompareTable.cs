using System.Globalization;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>Weights of the levels of everything but names (<c>compare.tsv</c>).</summary>
internal static class CompareTable
{
    private static readonly Lazy<Dictionary<(ColumnKind, string), double>> Weights = new(() => LinkageTable.Rows("compare.tsv")
        .ToDictionary(r => (KindNames.Find(r[0])!.Value, r[1]), r => Math.Log(Number(r[2]) / Number(r[3]))));

    public static double Weight(ColumnKind kind, string level) => Weights.Value[(kind, level)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
