using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Elasticsearch;

internal static partial class LogMessages
{
    [LoggerMessage(21, LogLevel.Warning, "Elasticsearch is busy: {Refused} of {Sent} documents are sent again")]
    public static partial void BulkSentAgain(this ILogger log, int refused, int sent);

    [LoggerMessage(22, LogLevel.Information, "Elasticsearch aliases moved to generation {Generation} at outbox position {Position}")]
    public static partial void AliasesMoved(this ILogger log, string generation, long position);

    [LoggerMessage(23, LogLevel.Warning, "Elasticsearch index {Index} is left over and could not be deleted: {Problem}")]
    public static partial void IndexLeftOver(this ILogger log, string index, string problem);

    [LoggerMessage(24, LogLevel.Warning, "Elasticsearch did not answer {Failed} of {Sent} searches; they are asked again in {Wait} ms: {Reasons}")]
    public static partial void SearchesAskedAgain(this ILogger log, int failed, int sent, double wait, string reasons);

    [LoggerMessage(25, LogLevel.Warning, "Elasticsearch did not answer {Failed} of {Sent} searches in {Attempts} attempts: {Reasons}")]
    public static partial void SearchesGivenUp(this ILogger log, int failed, int sent, int attempts, string reasons);
}
