using System.Security.Claims;
using FamilyReunite.Casework.Access;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Accounts;

/// <summary>Who makes this request.</summary>
public sealed class CallerSource(IHttpContextAccessor accessor)
{
    private readonly HttpContext? _http = accessor.HttpContext;

    /// <summary>Null when nobody is signed in.</summary>
    public Caller? Current => _http?.User is { Identity.IsAuthenticated: true } user && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        ? new Caller(id, Read(user, CallerClaims.DisplayName), Read(user, ClaimTypes.Role), Guid.Parse(Read(user, CallerClaims.Organisation)),
            Enum.Parse<OrganisationKind>(Read(user, CallerClaims.OrganisationKind)), Read(user, CallerClaims.District), Read(user, CallerClaims.TimeZone), _http.Connection.RemoteIpAddress?.ToString())
        : null;

    public string OrganisationName => _http?.User.FindFirstValue(CallerClaims.OrganisationName) ?? "";

    private static string Read(ClaimsPrincipal user, string claim) => user.FindFirstValue(claim) ?? "";
}
