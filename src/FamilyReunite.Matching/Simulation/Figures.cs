using System.Globalization;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Ages, heights and dates in the words that forms and people use for them.</summary>
internal static class Figures
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>An estimated age: words, and the range when the form has fields for it.</summary>
    public static (string Words, string? Range) Age(double age, Random random)
    {
        var a = (int)Math.Round(Math.Max(0, age));
        if (a < 14 || random.Chance(.3)) return (string.Create(Culture, $"约{a}岁"), random.Chance(.5) ? new NumberRange(Math.Max(0, a - 2), a + 2).ToString() : null);
        if (random.Chance(.15)) return (string.Create(Culture, $"{a / 10 * 10}多岁"), null);
        var low = a / 5 * 5;
        return (string.Create(Culture, $"{low}-{low + 5}岁"), new NumberRange(low, low + 5).ToString());
    }

    public static (string Words, string? Range) Height(double cm, bool measured, Random random)
    {
        var h = (int)Math.Round(cm);
        if (measured) return (string.Create(Culture, $"{h}厘米"), new NumberRange(h, h).ToString());
        h = random.Chance(.6) && h > 120 ? h / 5 * 5 + (h % 5 > 2 ? 5 : 0) : h;
        return random.Next(5) switch
        {
            0 => (string.Create(Culture, $"{h / 100}米{h % 100:00}"), null),
            1 => (string.Create(Culture, $"{h / 100.0:0.00}米左右"), null),
            2 => (string.Create(Culture, $"约{h}CM"), null),
            3 => (string.Create(Culture, $"{h}厘米左右"), new NumberRange(h - 3, h + 3).ToString()),
            _ => (string.Create(Culture, $"{h - h % 5}-{h - h % 5 + 5}厘米"), new NumberRange(h - h % 5, h - h % 5 + 5).ToString()),
        };
    }

    public static (string Words, string Understood) Day(DateOnly day) =>
        (string.Create(Culture, $"{day.Year}年{day.Month}月{day.Day}日"), new PartialDate(day.Year, day.Month, day.Day).ToString());

    public static (string Words, string Understood) Lunar(DateOnly day)
    {
        var calendar = new ChineseLunisolarCalendar();
        var at = day.ToDateTime(TimeOnly.MinValue);
        if (at <= calendar.MinSupportedDateTime || at >= calendar.MaxSupportedDateTime) return Day(day);
        var year = calendar.GetYear(at);
        var month = calendar.GetMonth(at);
        var leap = calendar.GetLeapMonth(year);
        if (leap > 0 && month >= leap) month--;
        var d = calendar.GetDayOfMonth(at);
        return (string.Create(Culture, $"农历{year}年{month}月{d}日"), new PartialDate(year, month, d, DateCalendar.Lunar).ToString());
    }

    public static (string Words, string Understood) YearOnly(int year) => (string.Create(Culture, $"{year}年"), new PartialDate(year).ToString());
}
