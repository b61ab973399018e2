using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Web.Frame;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>Times and events of a trip in words.</summary>
public sealed class TripWords(IStringLocalizer<EscortText> text, StationTime time)
{
    /// <summary>"还有 40 分钟", "已过 2 小时 5 分钟", "就是现在".</summary>
    public string Until(DateTimeOffset due)
    {
        var minutes = (int)Math.Round((due - time.Now).TotalMinutes);
        var (size, side) = (Math.Abs(minutes), minutes < 0 ? "late" : "in");
        return size switch
        {
            0 => text["until.now"].Value,
            < 60 => text[$"until.{side}.minutes", size].Value,
            < 48 * 60 => text[$"until.{side}.hours", size / 60, size % 60].Value,
            _ => text[$"until.{side}.days", size / 1440].Value,
        };
    }

    /// <summary>The sentence about the next sign of life, or null when none is waited for.</summary>
    public string? Next(EscortTrip trip) => trip switch
    {
        { State: TripState.Planned, DepartsAt: { } departs } => departs < time.Now ? text["next.departure-late", time.Moment(departs), Until(departs)].Value : text["next.departure", time.Moment(departs), Until(departs)].Value,
        { State: TripState.UnderWay, NextCheckIn.DueAt: var due } => due < time.Now ? text["next.missed", time.Moment(due), Until(due)].Value : text["next.check-in", time.Moment(due), Until(due)].Value,
        _ => null,
    };

    /// <summary>What happened, without who and when.</summary>
    public string What(TripEvent e) => e.Kind switch
    {
        TripEventKind.CheckInMissed => text["event.CheckInMissed", time.Moment(e.At)],
        TripEventKind.Logged when TripLogLine.Read(e.Text) is { } line => Logged(line),
        _ => text["event." + e.Kind],
    };

    /// <summary>The words somebody wrote about it; null for what the software notes by itself.</summary>
    public static string? Words(TripEvent e) => e.Kind == TripEventKind.Logged ? null : e.Text;

    public string Transport(TripLeg leg) => leg.Number is null ? text["transport." + leg.Transport] : text["transport.numbered", text["transport." + leg.Transport].Value, leg.Number];

    private string Logged(TripLogLine line)
    {
        if (line.State == TripState.Planned) return text["log.not-departed", line.NextDue is { } d ? time.Moment(d) : ""];
        var heard = line.LastSignOfLife is { } last ? time.Moment(last) : "";
        return line switch
        {
            { Missed: > 0 } => text["log.missed", heard, line.Missed],
            { NextDue: { } next } => text["log.well", heard, time.Moment(next)],
            _ => text["log.last", heard],
        };
    }
}
