using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Lucene;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "Search index {Generation} cannot be read; starting empty, it fills again from the outbox or a rebuild")]
    public static partial void IndexUnreadable(this ILogger log, Exception cause, string generation);

    [LoggerMessage(2, LogLevel.Information, "Search index swapped to {Generation}: {Documents} documents at outbox position {Position}")]
    public static partial void Swapped(this ILogger log, string generation, int documents, long position);

    [LoggerMessage(3, LogLevel.Warning, "Search index folder {Generation} is left over and could not be removed")]
    public static partial void LeftOver(this ILogger log, Exception cause, string generation);
}
