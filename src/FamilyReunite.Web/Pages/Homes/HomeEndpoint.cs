using System.Globalization;
using System.Text.Json;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Exchange;
using FamilyReunite.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>One case in, homes out, in the form of <c>reunite home</c>. Nothing is stored and nothing is read from the records. 200: the answer; 400: no JSON object.</summary>
internal static class HomeEndpoint
{
    public static async Task<Results<JsonHttpResult<HomeResult>, ProblemHttpResult>> FindAsync(HttpRequest request, IHomeFinder finder, CancellationToken ct)
    {
        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
        }
        catch (JsonException)
        {
            return Refused();
        }
        using (body)
        {
            if (body.RootElement.ValueKind != JsonValueKind.Object) return Refused();
            JsonElement? id = body.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
            var found = await Task.Run(() => finder.Find(HomeCaseJson.Read(body.RootElement)), ct);
            return TypedResults.Json(HomeResult.Of(found, id, language: CultureInfo.CurrentUICulture.Name));
        }
    }

    private static ProblemHttpResult Refused() => TypedResults.Problem(ProblemSentences.Of(new Problem("home.no-object"), CultureInfo.CurrentUICulture), statusCode: StatusCodes.Status400BadRequest);
}
