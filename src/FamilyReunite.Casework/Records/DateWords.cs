using System.Globalization;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>A partial date in words: 1986年9月23日, 约1986年, 农历腊月十二 / 23 September 1986, about 1986, day 12 of lunar month 12.</summary>
public static class DateWords
{
    public static string Say(PartialDate date, CultureInfo culture)
    {
        var known = (date.Year is null ? "" : "y") + (date.Month is null ? "" : "m") + (date.Day is null ? "" : "d");
        var lunar = date.Calendar == DateCalendar.Lunar;
        var words = FactWords.Form((lunar ? "lunar." : "date.") + known, culture, date.Year, Month(date.Month, lunar, culture), Day(date.Day, lunar, culture));
        return date.Approximate ? FactWords.Form("date.about", culture, words) : words;
    }

    /// <summary>A day of the solar calendar in full.</summary>
    public static string Say(DateOnly day, CultureInfo culture) => Say(new PartialDate(day.Year, day.Month, day.Day), culture);

    private static string? Month(int? month, bool lunar, CultureInfo culture) => month is not { } m ? null
        : lunar ? FactWords.Word("lunar.month." + m.ToString(CultureInfo.InvariantCulture), culture)
        : FactWords.Word("month." + m.ToString(CultureInfo.InvariantCulture), culture);

    private static string? Day(int? day, bool lunar, CultureInfo culture) => day is not { } d ? null
        : lunar ? FactWords.Word("lunar.day." + d.ToString(CultureInfo.InvariantCulture), culture)
        : d.ToString(culture);
}
