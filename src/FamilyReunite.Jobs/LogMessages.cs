using FamilyReunite.Casework.Ledger;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Job {Job} begins slot {Slot}")]
    public static partial void SlotBegins(this ILogger log, string job, string slot);

    [LoggerMessage(2, LogLevel.Information, "Job {Job} left slot {Slot}: {Start}")]
    public static partial void SlotEnded(this ILogger log, string job, string slot, JobStart start);

    [LoggerMessage(3, LogLevel.Error, "Job {Job} failed; its slot stays open")]
    public static partial void SlotFailed(this ILogger log, Exception cause, string job);

    [LoggerMessage(4, LogLevel.Warning, "Job {Job} cannot begin slot {Slot} now: {Problem}")]
    public static partial void SlotPutOff(this ILogger log, string job, string slot, string problem);

    [LoggerMessage(5, LogLevel.Error, "Following the outbox failed; it goes on with the next change")]
    public static partial void FollowingFailed(this ILogger log, Exception cause);

    [LoggerMessage(6, LogLevel.Warning, "The outbox cannot be followed now: {Problem}")]
    public static partial void FollowingWaits(this ILogger log, string problem);

    [LoggerMessage(7, LogLevel.Information, "{Records} changed records indexed; {Persons} persons compared, {New} new candidates")]
    public static partial void Followed(this ILogger log, int records, int persons, int @new);

    [LoggerMessage(8, LogLevel.Error, "Looking for missed check-ins failed; it is tried again in a quarter of an hour")]
    public static partial void WatchFailed(this ILogger log, Exception cause);

    [LoggerMessage(10, LogLevel.Information, "No challenger was made for {Slot}: {Problem}")]
    public static partial void ChallengerNotTried(this ILogger log, string slot, string problem);

    [LoggerMessage(11, LogLevel.Information, "The right to follow the outbox could not be given back; another server takes it in a minute")]
    public static partial void ResigningFailed(this ILogger log, Exception cause);

    [LoggerMessage(12, LogLevel.Warning, "This server cannot take part in the night now: {Problem}")]
    public static partial void CompanionWaits(this ILogger log, string problem);

    [LoggerMessage(13, LogLevel.Error, "Taking part in the night failed; it is tried again in a quarter of a minute")]
    public static partial void CompanionFailed(this ILogger log, Exception cause);

    [LoggerMessage(14, LogLevel.Warning, "Places and questions added at other servers could not be read; it is tried again in a moment")]
    public static partial void AddedElsewhereUnread(this ILogger log, Exception cause);

    [LoggerMessage(9, LogLevel.Information, "Job {Job} waits with slot {Slot} for the run under way")]
    public static partial void SlotWaits(this ILogger log, string job, string slot);

    [LoggerMessage(31, LogLevel.Information, "Photos were not looked at for faces: {Problem}")]
    public static partial void FacesNotRead(this ILogger log, string problem);

    [LoggerMessage(32, LogLevel.Error, "Looking for faces in new photos failed; it is tried again in a while")]
    public static partial void FaceReadingFailed(this ILogger log, Exception cause);

    [LoggerMessage(33, LogLevel.Error, "Copies of deleted photos could not be removed; it is tried again in a while")]
    public static partial void DeletedPicturesStay(this ILogger log, Exception cause);
}
