using System.Globalization;
using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Birth dates: the same, day and month swapped, a slip of the pen, parts of them, or years apart.</summary>
internal sealed class DateField : Field
{
    private const int Exact = 1, Swapped = 2, Slip = 3, TwoParts = 4, SameYear = 5, DayAndMonth = 6, TwoSlips = 7, NearYear = 8, Decade = 9, Different = 10;
    private readonly Values _values;
    private readonly WrittenDay[] _days;
    private readonly double _usual;

    public DateField(PersonColumn column) : base(column.Name, column.Kind)
    {
        _values = Values.Of(column.Cells, c => c.Length == 0 ? "" : WrittenDay.Parse(c, column.Format).Digits);
        _days = [.. _values.Texts.Select(Again)];
        _usual = _values.Agreement;
        Levels =
        [
            new("missing", 0), new("exact", .72, .3 / Math.Max(1, _values.Texts.Count)), new("swapped", .02, 2e-5), new("slip", .08, 1e-4), new("two-parts", .04, 1e-4), new("same-year", .05, 1e-4),
            new("day-and-month", .02, 1e-4), new("two-slips", .02, 1e-4), new("near-year", .01, 1e-4), new("decade", .01, 1e-4), new("different", .03, 1e-2),
        ];
    }

    public override IReadOnlyList<Level> Levels { get; }

    public override IEnumerable<(int Better, int Worse, double Gap)> Order =>
        [(Exact, Swapped, 0), (Exact, Slip, 0), (Swapped, SameYear, 0), (Slip, TwoSlips, 0), (TwoParts, SameYear, 0), (TwoParts, DayAndMonth, 0), (SameYear, NearYear, 0), (NearYear, Decade, 0), (Decade, Different, 0), (TwoSlips, Different, 0), (DayAndMonth, Different, 0)];

    public override int Compare(int a, int b)
    {
        var (x, y) = (_values.OfRow[a], _values.OfRow[b]);
        if (x < 0 || y < 0) return Missing;
        if (x == y) return Exact;
        var (s, t) = (_days[x], _days[y]);
        if (s.Year == 0 || t.Year == 0) return Spelling.Edits(s.Digits, t.Digits, 1) == 1 ? Slip : Different;
        return Parts(s, t);
    }

    protected override double Rarity(int a, int level) => level == Exact ? _values.Rarity(_values.OfRow[a], _usual) : 0;

    public override void AddKeys(int row, KeyList keys)
    {
        if (_values.OfRow[row] is not (var v and >= 0)) return;
        var d = _days[v];
        keys.Add(KeyList.Hash('=', d.Digits), joins: true);
        if (d.Year == 0) return;
        keys.Add(KeyList.Hash('y', d.Digits.AsSpan(0, 4)), joins: true);
        if (d.Month == 0) return;
        keys.Add(KeyList.Hash('m', d.Digits.AsSpan(0, 6)), joins: false);
        keys.Add(KeyList.Hash('d', d.Digits.AsSpan(4)), joins: true);
        keys.Add(KeyList.Mix((1UL << 40) + (ulong)(d.Year * 100 + d.Day)), joins: false);
        keys.Add(KeyList.Mix((1UL << 41) + (ulong)(d.Year * 10000 + Math.Max(d.Day, d.Month) * 100 + Math.Min(d.Day, d.Month))), joins: false);
    }

    private static WrittenDay Again(string digits) => digits.Length == 8 && digits.All(char.IsAsciiDigit)
        ? new WrittenDay(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]), digits)
        : new WrittenDay(0, 0, 0, digits);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Parts(WrittenDay s, WrittenDay t)
    {
        var (year, month, day) = (s.Year == t.Year, s.Month == t.Month, s.Day == t.Day);
        if (year && s.Month == t.Day && s.Day == t.Month) return Swapped;
        var slips = Slips(s.Digits, t.Digits);
        // two first of Januaries are two years: one digit apart says little
        if (slips == 1 && !s.YearOnly && !t.YearOnly) return Slip;
        if (year && (month || day)) return TwoParts;
        if (year) return SameYear;
        if (month && day && !s.YearOnly) return DayAndMonth;
        if (slips <= 2 && !(s.YearOnly && t.YearOnly)) return TwoSlips;
        return Math.Abs(s.Year - t.Year) switch { <= 1 => NearYear, <= 10 => Decade, _ => Different };
    }

    /// <summary>Digits that differ; two neighbours that changed places are one.</summary>
    private static int Slips(string s, string t)
    {
        var slips = 0;
        for (var i = 0; i < 8; i++)
        {
            if (s[i] == t[i]) continue;
            slips++;
            if (i + 1 < 8 && s[i] == t[i + 1] && s[i + 1] == t[i]) i++;
        }
        return slips;
    }
}
