using FamilyReunite.Web.Accounts;
using Microsoft.AspNetCore.Localization;

namespace FamilyReunite.Web.Frame;

/// <summary>The language that an account chose, where this browser has not chosen one.</summary>
internal sealed class AccountLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.User.FindFirst(CallerClaims.Language)?.Value is { } language ? new ProviderCultureResult(language) : null);
}
