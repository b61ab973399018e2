using System.Globalization;
using System.Text.RegularExpressions;

namespace FamilyReunite.Domain.Values;

/// <summary>The calendar a family reckons in. A lunar date keeps its own month and day.</summary>
public enum DateCalendar { Solar, Lunar }

/// <summary>A date of which only parts may be known. Canonical text: <c>2012-09-23</c>, <c>2023-02</c>, <c>1986</c>, <c>--12-01</c> (no year said);
/// prefix <c>lunar:</c> for the lunar calendar, suffix <c>~</c> when said as "about".</summary>
public sealed partial record PartialDate(int? Year, int? Month = null, int? Day = null, DateCalendar Calendar = DateCalendar.Solar, bool Approximate = false)
{
    [GeneratedRegex(@"^(lunar:)?(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2}))(~)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = new PartialDate(Year: null);
        var m = Form().Match(text ?? "");
        if (!m.Success) return false;
        var year = Number(m.Groups[2]);
        var month = Number(m.Groups[3]) ?? Number(m.Groups[5]);
        var day = Number(m.Groups[4]) ?? Number(m.Groups[6]);
        var lunar = m.Groups[1].Success;
        if (month is < 1 or > 12 || day is < 1 || day > (lunar ? 30 : 31)) return false;
        if (!lunar && year is { } y && month is { } mo && day is { } d && d > DateTime.DaysInMonth(Math.Max(y, 1), mo)) return false;
        date = new PartialDate(year, month, day, lunar ? DateCalendar.Lunar : DateCalendar.Solar, m.Groups[7].Success);
        return true;

        static int? Number(Group g) => g.Success ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Earliest and latest solar day this date can mean; null without a year. A lunar date reaches into the next solar year.</summary>
    public (DateOnly First, DateOnly Last)? SolarSpan()
    {
        if (Year is not { } y || y is < 1 or > 9998) return null;
        if (Calendar == DateCalendar.Lunar) return LunarSpan(y);
        var m = Month ?? 1;
        var d = Day ?? 1;
        var last = new DateOnly(y, Month ?? 12, Day ?? DateTime.DaysInMonth(y, Month ?? 12));
        return (new DateOnly(y, m, d), last);
    }

    private (DateOnly First, DateOnly Last) LunarSpan(int y)
    {
        var calendar = new ChineseLunisolarCalendar();
        if (y < calendar.MinSupportedDateTime.Year + 1 || y > calendar.MaxSupportedDateTime.Year - 1)
            return (new DateOnly(y, 1, 20), new DateOnly(y + 1, 2, 20));
        var leap = calendar.GetLeapMonth(y);
        DateOnly At(int month, int day)
        {
            var ordinal = leap > 0 && month >= leap ? month + 1 : month;
            var length = calendar.GetDaysInMonth(y, ordinal);
            return DateOnly.FromDateTime(calendar.ToDateTime(y, ordinal, Math.Min(day, length), 0, 0, 0, 0));
        }
        return (At(Month ?? 1, Day ?? 1), At(Month ?? 12, Day ?? 30));
    }

    public override string ToString()
    {
        var c = CultureInfo.InvariantCulture;
        var core = Year is { } y
            ? y.ToString("0000", c) + (Month is { } m ? "-" + m.ToString("00", c) + (Day is { } d ? "-" + d.ToString("00", c) : "") : "")
            : $"--{(Month ?? 1).ToString("00", c)}-{(Day ?? 1).ToString("00", c)}";
        return (Calendar == DateCalendar.Lunar ? "lunar:" : "") + core + (Approximate ? "~" : "");
    }
}
