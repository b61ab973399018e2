using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>What stands in a column, seen from its first rows.</summary>
/// <param name="Distinct">Different values, missing ones left out.</param>
/// <param name="IsKey">Every row has a value of its own.</param>
/// <param name="Kind">What it looks like; null when it looks like a row's number or nothing.</param>
internal sealed record ColumnContent(int Distinct, bool IsKey, ColumnKind? Kind)
{
    private const int Sample = 3000;

    public static ColumnContent Of(PersonFile file, int column)
    {
        var all = file.Rows.Select(r => r[column]).ToHashSet(StringComparer.Ordinal);
        var cells = file.Rows.Take(Sample).Select(r => People.Clean(r[column])).Where(c => c.Length > 0).ToList();
        var isKey = all.Count == file.Rows.Count && !all.Contains("");
        var distinct = cells.Distinct(StringComparer.Ordinal).Count();
        return new ColumnContent(distinct, isKey, cells.Count == 0 ? null : Look(cells, distinct, isKey));
    }

    private static ColumnKind? Look(List<string> cells, int distinct, bool isKey)
    {
        double Share(Func<string, bool> which) => (double)cells.Count(which) / cells.Count;
        var digits = Share(c => c.All(char.IsAsciiDigit));
        if (Share(c => c.Contains('@', StringComparison.Ordinal)) > .7) return ColumnKind.Text;
        if (Share(IsDate) > .8) return ColumnKind.BirthDate;
        if (distinct <= 6 && Share(c => c.ToLowerInvariant() is "m" or "f" or "male" or "female" or "男" or "女") > .8) return ColumnKind.Sex;
        if (digits > .8)
        {
            if (isKey && Share(c => c.Length < 7) > .9) return null;
            return Share(c => c.Length is >= 10 and <= 12) > .7 ? ColumnKind.Phone : Share(c => c.Length is 15 or 18 or >= 7) > .7 ? ColumnKind.IdNumber : Share(c => c.Length is >= 4 and <= 6) > .8 ? ColumnKind.Postcode : ColumnKind.Category;
        }
        if (isKey && Share(c => c.Any(char.IsAsciiDigit)) > .9) return null;
        if (Share(c => c.Any(char.IsAsciiDigit) && c.Contains(' ', StringComparison.Ordinal)) > .4) return ColumnKind.Address;
        return distinct < Math.Max(12, cells.Count * .02) ? ColumnKind.Category : ColumnKind.Text;
    }

    private static bool IsDate(string cell) => cell.Length is >= 8 and <= 24 && WrittenDay.Parse(cell, null) is { Year: > 1800 and < 2100, Month: > 0 and < 13, Day: < 32 };
}
