using System.Globalization;
using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Ages in years: by how far they lie apart.</summary>
internal sealed class AgeField : Field
{
    private static readonly double[] Steps = [0.5, 1.5, 3.5, 6.5];
    private readonly double[] _ages;

    public AgeField(PersonColumn column) : base(column.Name, column.Kind) =>
        _ages = Array.ConvertAll(column.Cells, c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var age) && age is >= 0 and < 130 ? age : double.NaN);

    public override IReadOnlyList<Level> Levels { get; } = [new("missing", 0), new("same", .6), new("one-year", .2), new("three-years", .1), new("six-years", .05), new("different", .05)];

    public override int Compare(int a, int b)
    {
        var apart = Math.Abs(_ages[a] - _ages[b]);
        if (double.IsNaN(apart)) return Missing;
        var step = Array.FindIndex(Steps, s => apart < s);
        return step < 0 ? Steps.Length + 1 : step + 1;
    }

    public override void AddKeys(int row, KeyList keys)
    {
        if (!double.IsNaN(_ages[row])) keys.Add(KeyList.Mix((ulong)_ages[row]), joins: true);
    }
}
