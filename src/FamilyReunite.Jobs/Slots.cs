using System.Globalization;

namespace FamilyReunite.Jobs;

/// <summary>Once a day at a local time of a zone.</summary>
/// <param name="TimeZone">IANA name.</param>
public sealed record DailySchedule(TimeOnly At, string TimeZone)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Quartz form: second minute hour day month weekday.</summary>
    public string Cron => string.Create(CultureInfo.InvariantCulture, $"{At.Second} {At.Minute} {At.Hour} * * ?");

    /// <summary>When the slot of a local date falls due. A time that the clocks skip is due when they have gone on; one that comes twice, the first time.</summary>
    public DateTimeOffset DueAt(DateOnly date)
    {
        var local = date.ToDateTime(At, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

/// <summary>Which slots of a schedule are due. A slot is a local date ("2026-11-24").</summary>
public static class Slots
{
    private const string Form = "yyyy-MM-dd";

    public static string Name(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null for a slot that is no date.</summary>
    public static DateOnly? Parse(string? slot) => DateOnly.TryParseExact(slot, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The slot that fell due last.</summary>
    public static DateOnly NewestDue(DailySchedule schedule, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, schedule.Zone).DateTime);
        return schedule.DueAt(today) <= now ? today : today.AddDays(-1);
    }

    /// <summary>Every slot after the last one done that has fallen due, oldest first; the newest alone when none was ever done. Empty when the clock was set back.</summary>
    public static IReadOnlyList<DateOnly> Due(DailySchedule schedule, DateOnly? lastDone, DateTimeOffset now)
    {
        var newest = NewestDue(schedule, now);
        if (lastDone is not { } last) return [newest];
        return [.. Enumerable.Range(1, Math.Max(0, newest.DayNumber - last.DayNumber)).Select(last.AddDays)];
    }

    /// <summary>The one slot to run now, or null. Of several nights that were missed only the newest is run: a job works on the state as it is, so the newest run covers the others.</summary>
    public static DateOnly? ToRun(DailySchedule schedule, DateOnly? lastDone, DateTimeOffset now) => Due(schedule, lastDone, now) is { Count: > 0 } due ? due[^1] : null;
}
