using FamilyReunite.Casework;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Database;
using FamilyReunite.Data;
using FamilyReunite.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace FamilyReunite.Web.Accounts;

internal static class AccountsRegistration
{
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddReuniteAccounts(this IServiceCollection services, DataFolder data, IConfiguration configuration)
    {
        var ring = services.AddDataProtection().SetApplicationName("reunite");
        if (services.Registered().IsShared) services.AddOptions<KeyManagementOptions>().Configure<SharedKeys>((o, keys) => o.XmlRepository = new SharedKeyRing(keys));
        else ring.PersistKeysToFileSystem(Directory.CreateDirectory(data.Keys));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(AccountRules.Apply)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<ReuniteDb>()
            .AddClaimsPrincipalFactory<CallerClaims>()
            .AddSignInManager();
        services.ConfigureApplicationCookie(Cookie);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddHttpContextAccessor();
        services.AddScoped<CallerSource>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<OrganisationDesk>();
        services.AddScoped<Casework.Demo.DemoSignIns>();
        var perMinute = configuration.GetValue("SignIn:PerMinute", 20);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SignInLimit, http => System.Threading.RateLimiting.RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        return services.AddAuthorization(RolePolicies.Add);
    }

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "reunite";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = TimeSpan.FromHours(10);
        o.SlidingExpiration = true;
        o.LoginPath = "/Account/SignIn";
        // what is not yours looks like what is not there
        o.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
