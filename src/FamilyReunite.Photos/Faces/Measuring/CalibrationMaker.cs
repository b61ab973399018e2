using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>Makes a pack's calibration from pairs that an operator measured. A kind of photos with too few pairs is left out: there a rank is told and no number.</summary>
public static class CalibrationMaker
{
    /// <summary>Pairs of one person that a kind of photos needs.</summary>
    public const int LeastSame = 50;

    /// <summary>Persons whom these pairs must show: fifty pairs of five people are five people.</summary>
    public const int LeastPersons = 20;

    /// <summary>With fewer pairs of strangers, one in a thousand is not even three of them, and no bar can be told.</summary>
    private const int LeastStrangers = 3000;

    /// <summary>Years between the photos at which a cell may end.</summary>
    private static readonly int[] Ends = [1, 5, 10, 20, 40, int.MaxValue];

    /// <param name="source">What was measured, as the pack will say it.</param>
    /// <returns>face.pairs-no-number, face.pairs-no-kind (pairs without age or years), face.pairs-too-few (pairs, persons, strangers of the fullest kind; the three needed).</returns>
    public static Outcome<FaceCalibration> Make(IReadOnlyCollection<MeasuredPair> pairs, string source)
    {
        if (pairs.Any(p => !float.IsFinite(p.Similarity))) return new Problem("face.pairs-no-number");
        var same = pairs.Where(p => p is { Same: true, Ages: not null, Years: not null }).ToList();
        if (same.Count == 0 && pairs.Any(p => p.Same)) return new Problem("face.pairs-no-kind", null, pairs.Count(p => p.Same));
        // strangers count together whatever the years between their photos: they never were one face
        var strangers = pairs.Where(p => p is { Same: false, Ages: not null }).ToLookup(p => (p.Clear, p.Ages!.Value));
        var cells = new List<FaceCell>();
        foreach (var kind in same.GroupBy(p => (p.Clear, Ages: p.Ages!.Value)).OrderByDescending(k => k.Key.Clear).ThenBy(k => k.Key.Ages))
            if (strangers[kind.Key].ToList() is { Count: >= LeastStrangers } others) cells.AddRange(Cells(kind.Key, kind, others));
        return cells.Count > 0 ? new FaceCalibration(source, null, cells) : TooFew(same, strangers);
    }

    private static IEnumerable<FaceCell> Cells((bool Clear, FaceAges Ages) kind, IEnumerable<MeasuredPair> same, List<MeasuredPair> strangers)
    {
        var open = new List<MeasuredPair>();
        var byEnd = same.ToLookup(p => Ends.First(end => p.Years <= end));
        foreach (var end in Ends)
        {
            open.AddRange(byEnd[end]);
            if (!IsEnough(open)) continue;
            // no further than was measured
            yield return new FaceCell(kind.Clear, kind.Ages, open.Max(p => p.Years!.Value), BarFit.Fit(open.Select(p => p.Similarity), strangers));
            open.Clear();
        }
    }

    private static bool IsEnough(List<MeasuredPair> same) => same.Count >= LeastSame && same.DistinctBy(p => p.PersonA).Count() >= LeastPersons;

    private static Problem TooFew(List<MeasuredPair> same, ILookup<(bool, FaceAges), MeasuredPair> strangers)
    {
        var fullest = same.GroupBy(p => (p.Clear, p.Ages!.Value)).MaxBy(g => g.Count());
        return new Problem("face.pairs-too-few", null, fullest?.Count() ?? 0, fullest?.DistinctBy(p => p.PersonA).Count() ?? 0, fullest is null ? 0 : strangers[fullest.Key].Count(), LeastSame, LeastPersons, LeastStrangers);
    }
}
