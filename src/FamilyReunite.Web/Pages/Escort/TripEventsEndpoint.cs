using System.Globalization;
using System.Text.Json.Serialization;
using FamilyReunite.Casework.Escort;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>One report as the phone sends it.</summary>
/// <param name="Id">UUIDv7 made when it was entered.</param>
public sealed record RoadReportBody(Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<TripEventKind>))] TripEventKind Kind, DateTimeOffset At, string? Place, string? Text, HandOverDraft? HandOver);

/// <param name="State">The trip's state afterwards.</param>
public sealed record RoadAnswer([property: JsonConverter(typeof(JsonStringEnumConverter<TripState>))] TripState State);

/// <summary>Takes in what was recorded on the way. 200: it stands (also when it stood before); 404: no such trip for this caller; 409: it does not fit the trip's state; 422: fields are missing. Problems carry a sentence per field.</summary>
internal static class TripEventsEndpoint
{
    public static async Task<Results<Ok<RoadAnswer>, ProblemHttpResult>> RecordAsync(Guid tripId, RoadReportBody report, CallerSource callers, TripRoad road, CancellationToken ct)
    {
        if (callers.Current is not { } caller) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        if (report.Id == Guid.Empty) return Refuse([new Problem("escort.report-unreadable", "id")]);
        var outcome = await road.RecordAsync(caller, tripId, new RoadReport(report.Id, report.Kind, report.At, report.Place, report.Text, report.HandOver), ct);
        return outcome.Succeeded ? TypedResults.Ok(new RoadAnswer(outcome.Value)) : Refuse(outcome.Problems);
    }

    private static ProblemHttpResult Refuse(IReadOnlyList<Problem> problems)
    {
        var sentences = problems.Select(p => (Field: p.Field ?? "", Sentence: ProblemSentences.Of(p, CultureInfo.CurrentUICulture))).ToList();
        var status = problems[0] switch
        {
            { Code: "record.not-found" } => StatusCodes.Status404NotFound,
            { Code: "escort.not-your-part" } => StatusCodes.Status403Forbidden,
            { Field: null or "state" or "match" } => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        var errors = sentences.GroupBy(s => s.Field).ToDictionary(g => g.Key, g => g.Select(s => s.Sentence).ToArray());
        return TypedResults.Problem(string.Join(' ', sentences.Select(s => s.Sentence)), statusCode: status, extensions: new Dictionary<string, object?> { ["errors"] = errors, ["code"] = problems[0].Code });
    }
}
