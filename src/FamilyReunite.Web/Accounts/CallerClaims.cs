using System.Security.Claims;
using FamilyReunite.Data;
using FamilyReunite.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FamilyReunite.Web.Accounts;

/// <summary>Puts into the cookie what every request needs to know of its caller.</summary>
internal sealed class CallerClaims(UserManager<Account> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options, ReuniteDb db) : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(users, roles, options)
{
    public const string Organisation = "organisation";
    public const string OrganisationKind = "organisation-kind";
    public const string OrganisationName = "organisation-name";
    public const string District = "district";
    public const string TimeZone = "time-zone";
    public const string DisplayName = "display-name";
    public const string Language = "language";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == user.OrganisationId);
        identity.AddClaim(new Claim(Organisation, organisation.Id.ToString()));
        identity.AddClaim(new Claim(OrganisationKind, organisation.Kind.ToString()));
        identity.AddClaim(new Claim(OrganisationName, organisation.Name));
        identity.AddClaim(new Claim(District, organisation.District));
        identity.AddClaim(new Claim(TimeZone, organisation.TimeZone));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        if (user.Language is { } language) identity.AddClaim(new Claim(Language, language));
        return identity;
    }
}
