using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FamilyReunite.Web.Accounts;
using FamilyReunite.Web.Pages.Homes;
using FamilyReunite.Web.Pages.People;
using FamilyReunite.Web.Pages.Review;
using FamilyReunite.Web.Startup;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.FileProviders;

namespace FamilyReunite.Web.Frame;

/// <summary>What every page stands in: languages, headers, errors, static files.</summary>
internal static class FrameRegistration
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    public static IServiceCollection AddFrame(this IServiceCollection services, IWebHostEnvironment environment)
    {
        environment.WebRootFileProvider = new ManifestEmbeddedFileProvider(typeof(FrameRegistration).Assembly, "wwwroot");
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(Languages[0]);
            (o.SupportedCultures, o.SupportedUICultures) = (Languages, Languages);
            o.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "language" }, new AccountLanguage(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        // Chinese stays readable in the page source and halves its size
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<StationTime>();
        services.AddSingleton<IndexLag>();
        services.AddScoped<LineWords>();
        services.AddScoped<RowWords>();
        services.AddScoped<ShareWords>();
        services.AddSingleton<CardPictures>();
        services.AddRazorPages(o => RolePolicies.Guard(o.Conventions)).AddMvcOptions(BindingSentences.Use);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.HeaderName = "X-Form-Token";
        });
        // an address that guesses at a page's secrets by its length would need the session's cookie, which no other site gets sent along
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddProblemDetails();
        return services;
    }

    /// <summary>The order is the order in which a request meets them.</summary>
    public static WebApplication UseFrame(this WebApplication app)
    {
        app.UseMiddleware<ResponseHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler("/Fault");
        app.UseStatusCodePagesWithReExecute("/NotFound", "?code={0}");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseMiddleware<FirstRun>();
        app.UseAuthorization();
        app.MapGet("/healthz", Health.CheckAsync).AllowAnonymous();
        app.MapRazorPages();
        return app;
    }
}
