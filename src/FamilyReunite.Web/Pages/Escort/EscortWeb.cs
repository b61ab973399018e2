using FamilyReunite.Web.Accounts;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>What the escort pages and the phone's API add to the server.</summary>
internal static class EscortWeb
{
    /// <summary>A signature of the greatest length, with room for the words around it.</summary>
    private const long LargestReport = 256 * 1024;

    public static IServiceCollection AddEscortPages(this IServiceCollection services) => services
        .AddScoped<TripWords>()
        .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);

    public static void MapEscortApi(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/escort/{tripId:guid}/events", TripEventsEndpoint.RecordAsync)
            .RequireAuthorization("/Escort")
            .AddEndpointFilter(SameOrigin.CheckAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestReport))
            .DisableAntiforgery();
}
