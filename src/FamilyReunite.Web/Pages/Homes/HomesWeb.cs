using FamilyReunite.Web.Accounts;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>What home finding adds to the server beside its pages.</summary>
internal static class HomesWeb
{
    /// <summary>A few pages of notes.</summary>
    private const long LargestCase = 256 * 1024;

    public static void MapHomesApi(this IEndpointRouteBuilder app)
    {
        // the same for everybody and half as long as the page itself, so the map's script asks for it once
        app.MapGet("/Homes/Counties", () => TypedResults.Text(CountyMap.Names)).RequireAuthorization("/Homes");
        app.MapPost("/api/home", HomeEndpoint.FindAsync)
            .RequireAuthorization("/Homes")
            .AddEndpointFilter(SameOrigin.CheckAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestCase))
            .DisableAntiforgery();
    }
}
