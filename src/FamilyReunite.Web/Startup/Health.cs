using FamilyReunite.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Startup;

internal static class Health
{
    /// <summary>204 when the database answers, 503 when it does not.</summary>
    public static async Task<Results<NoContent, StatusCodeHttpResult>> CheckAsync(ReuniteDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) ? TypedResults.NoContent() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
