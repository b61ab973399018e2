using System.Globalization;
using FamilyReunite.Web.Accounts;

namespace FamilyReunite.Web.Frame;

/// <summary>Instants as the caller's organisation reads its clocks, in the page's language.</summary>
public sealed class StationTime(CallerSource callers, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = Zone(callers.Current?.TimeZone);

    public TimeZoneInfo TimeZone => _zone;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>2026年3月3日 / 3 March 2026.</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    public static string Day(DateOnly day) => IsChinese ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日") : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>3月3日 09:14 / 3 March, 09:14; with the year when it is not this one.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = Local(at);
        var year = local.Year == Now.Year ? "" : IsChinese ? string.Create(CultureInfo.InvariantCulture, $"{local.Year}年") : local.ToString(" yyyy", CultureInfo.InvariantCulture);
        return IsChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{year}{local.Month}月{local.Day}日 {local:HH:mm}")
            : string.Create(CultureInfo.CurrentCulture, $"{local:d MMMM}{year}, {local:HH:mm}");
    }

    /// <summary>09:14.</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The form that an input of type datetime-local reads.</summary>
    public string Field(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads what an input of type datetime-local sends, as a time of the station's zone.</summary>
    public DateTimeOffset? Read(string? field) =>
        DateTime.TryParseExact(field, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? At(local) : null;

    /// <summary>The instant at which a day begins in the station's zone; null for no day and for the ends of the calendar.</summary>
    public DateTimeOffset? Midnight(DateOnly? day) => day is { } d ? At(d.ToDateTime(TimeOnly.MinValue)) : null;

    /// <summary>The instant at which a day ends, see <see cref="Midnight"/>.</summary>
    public DateTimeOffset? NextMidnight(DateOnly? day) => day is { } d && d < DateOnly.MaxValue ? Midnight(d.AddDays(1)) : null;

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>Null where the zone would lead out of the calendar.</summary>
    private DateTimeOffset? At(DateTime local) => local.Year is > 1 and < 9999 ? new DateTimeOffset(local, _zone.GetUtcOffset(local)) : null;

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    private static TimeZoneInfo Zone(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
}
