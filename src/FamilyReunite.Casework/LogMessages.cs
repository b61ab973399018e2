using FamilyReunite.Casework.Indexing;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "The search index is built anew: {Reason}")]
    public static partial void IndexRebuildNeeded(this ILogger log, RebuildReason reason);

    [LoggerMessage(2, LogLevel.Information, "Match run {Job} {Slot}: {Persons} persons, {Pairs} pairs, {New} new, {Withdrawn} withdrawn")]
    public static partial void MatchRunDone(this ILogger log, string job, string slot, int persons, long pairs, int @new, int withdrawn);

    [LoggerMessage(3, LogLevel.Information, "Match run {Job} {Slot} is taken up again behind {Persons} persons")]
    public static partial void MatchRunResumed(this ILogger log, string job, string slot, int persons);

    [LoggerMessage(4, LogLevel.Warning, "Part of match run {Slot} was taken by another server while this one was silent; what it had not saved is done there")]
    public static partial void ShareLost(this ILogger log, string slot);

    [LoggerMessage(6, LogLevel.Information, "This server takes part in match run {Slot} of another")]
    public static partial void MatchRunJoined(this ILogger log, string slot);

    [LoggerMessage(5, LogLevel.Warning, "The sign of life of match run {Slot} could not be written; another server takes its part when that lasts")]
    public static partial void ShareNotProlonged(this ILogger log, string slot, Exception cause);

    [LoggerMessage(22, LogLevel.Warning, "The index differed from the database and was put right: {Missing} missing, {Stale} stale, {Extra} too many; built anew: {Rebuilt}")]
    public static partial void IndexMended(this ILogger log, int missing, int stale, int extra, bool rebuilt);

    [LoggerMessage(23, LogLevel.Warning, "Learnt pair model {Version} cannot be used ({Problem}): the shipped model stands in")]
    public static partial void LearntModelLeftAside(this ILogger log, string version, string problem);

    [LoggerMessage(21, LogLevel.Warning, "Elasticsearch cannot be used ({Problem}): this server goes on with the embedded index until it is started again")]
    public static partial void FellBackToEmbedded(this ILogger log, string problem);

    [LoggerMessage(24, LogLevel.Warning, "Faces in Elasticsearch are behind ({Problem}); this server looks through its own until they are made good")]
    public static partial void SharedFacesBehind(this ILogger log, string problem);

    [LoggerMessage(25, LogLevel.Information, "Faces in Elasticsearch were made good: {Put} put, {Removed} removed")]
    public static partial void SharedFacesMended(this ILogger log, int put, int removed);
}
