using System.Globalization;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>A date as a file has it; 0 for a part that it does not say.</summary>
/// <param name="Digits">Eight digits, year first; what was written when it is no date.</param>
internal sealed record WrittenDay(int Year, int Month, int Day, string Digits)
{
    /// <summary>True where the first of January often stands for "some day that year", or only the year is there.</summary>
    public bool YearOnly => Month == 0 || (Month == 1 && Day is 0 or 1);

    public static WrittenDay Parse(string text, string? format)
    {
        if (format is not null && DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) return Of(exact.Year, exact.Month, exact.Day);
        var parts = new List<string>(3);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i > start) parts.Add(text[start..i]);
            else if (char.IsAsciiLetter(text[i]))
            {
                while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
                if (i - start >= 3 && Month3(text.AsSpan(start, 3)) is var m and > 0) parts.Add(m.ToString("00", CultureInfo.InvariantCulture) + "m");
            }
            else i++;
        }
        return Read(parts) ?? new WrittenDay(0, 0, 0, string.Concat(parts));
    }

    private static WrittenDay? Read(List<string> p)
    {
        var named = p.FindIndex(x => x.EndsWith('m'));
        if (named >= 0 && p.Count == 3)
        {
            var rest = p.Where((_, i) => i != named).Select(Number).ToList();
            return Number(p[named].TrimEnd('m')) is var month && rest[0] > 31 ? Of(rest[0], month, rest[1]) : Of(Full(rest[1]), month, rest[0]);
        }
        if (p.Count >= 3 && p[0].Length == 4) return Of(Number(p[0]), Number(p[1]), Number(p[2]));
        if (p.Count >= 3 && p[2].Length is 4 or 2) return Number(p[1]) > 12 ? Of(Full(Number(p[2])), Number(p[0]), Number(p[1])) : Of(Full(Number(p[2])), Number(p[1]), Number(p[0]));
        if (p.Count == 2 && p[0].Length == 4) return Of(Number(p[0]), Number(p[1]), 0);
        if (p.Count == 1 && p[0].Length == 8) return Of(Number(p[0][..4]), Number(p[0][4..6]), Number(p[0][6..]));
        return p.Count == 1 && p[0].Length == 4 ? Of(Number(p[0]), 0, 0) : null;
    }

    private static WrittenDay Of(int year, int month, int day) => new(year, month, day, string.Create(CultureInfo.InvariantCulture, $"{year:0000}{month:00}{day:00}"));

    private static int Full(int year) => year >= 100 ? year : year > 30 ? 1900 + year : 2000 + year;

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static int Month3(ReadOnlySpan<char> name)
    {
        var at = "janfebmaraprmayjunjulaugsepoctnovdec".AsSpan().IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }
}
