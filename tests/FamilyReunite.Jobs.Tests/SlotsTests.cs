using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Jobs.Tests;

public sealed class SlotsTests
{
    private static readonly DailySchedule Night = new(new TimeOnly(2, 30), "Asia/Shanghai");
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData("2026-11-23T18:29:59Z", "2026-11-23")]
    [InlineData("2026-11-23T18:30:00Z", "2026-11-24")]
    [InlineData("2026-11-24T18:29:59Z", "2026-11-24")]
    public void NewestDue_AroundHalfPastTwoInShanghai_TurnsThen(string now, string slot) =>
        Assert.Equal(slot, Slots.Name(Slots.NewestDue(Night, At(now))));

    [Fact]
    public void ToRun_NeverRun_IsTheNewest() => Assert.Equal(Tuesday, Slots.ToRun(Night, null, At("2026-11-24T05:00:00Z")));

    [Fact]
    public void ToRun_OneNightSwitchedOff_IsThatNight()
    {
        var clock = new FakeTimeProvider(At("2026-11-23T18:31:00Z"));
        Assert.Null(Slots.ToRun(Night, Tuesday, clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromHours(30));
        Assert.Equal(Tuesday.AddDays(1), Slots.ToRun(Night, Tuesday, clock.GetUtcNow()));
    }

    [Fact]
    public void ToRun_TwoNightsOff_IsTheNewestAlone()
    {
        var now = At("2026-11-26T01:00:00Z");
        Assert.Equal([Tuesday.AddDays(1), Tuesday.AddDays(2)], Slots.Due(Night, Tuesday, now));
        Assert.Equal(Tuesday.AddDays(2), Slots.ToRun(Night, Tuesday, now));
    }

    [Fact]
    public void ToRun_StartedAgainAfterItsRun_IsNothing() => Assert.Null(Slots.ToRun(Night, Tuesday, At("2026-11-24T05:00:00Z")));

    [Fact]
    public void Due_ClockSetBack_IsNothing() => Assert.Empty(Slots.Due(Night, Tuesday, At("2026-11-20T05:00:00Z")));

    [Fact]
    public void DueAt_TimeTheClocksSkip_IsWhenTheyHaveGoneOn() =>
        Assert.Equal(At("2026-03-29T01:00:00Z"), new DailySchedule(new TimeOnly(2, 30), "Europe/Berlin").DueAt(new DateOnly(2026, 3, 29)));

    [Fact]
    public void DueAt_TimeThatComesTwice_IsTheFirst() =>
        Assert.Equal(At("2026-10-25T00:30:00Z"), new DailySchedule(new TimeOnly(2, 30), "Europe/Berlin").DueAt(new DateOnly(2026, 10, 25)));

    [Fact]
    public void NewestDue_AnyInstantInAnyZone_IsTheLastThatFellDue() =>
        Gen.Select(Gen.Long[0, 40L * 365 * 24 * 3600], Gen.Int[0, 24 * 60 - 1], Gen.OneOf("Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")).Sample((seconds, minute, zone) =>
        {
            var now = At("2000-01-01T00:00:00Z").AddSeconds(seconds);
            var schedule = new DailySchedule(TimeOnly.MinValue.AddMinutes(minute), zone);
            var newest = Slots.NewestDue(schedule, now);
            return schedule.DueAt(newest) <= now && schedule.DueAt(newest.AddDays(1)) > now && Slots.Parse(Slots.Name(newest)) == newest;
        });

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
