using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Setup;
using FamilyReunite.Domain;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Accounts;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Setup;

/// <summary>The first administrator and the first station; closed for ever once an account exists.</summary>
[EnableRateLimiting(AccountsRegistration.SignInLimit)]
public sealed class IndexModel(Installation installation, IServiceProvider services, IStringLocalizer<SetupText> text) : ReunitePage
{
    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? UserName { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty] public string? Station { get; set; }

    [BindProperty] public string? District { get; set; }

    [BindProperty] public string? Telephone { get; set; }

    [BindProperty] public string? TimeZone { get; set; } = "Asia/Shanghai";

    [BindProperty] public string? Police { get; set; }

    public async Task<IActionResult> OnGetAsync() => await installation.IsEmptyAsync(Aborted) ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!services.GetRequiredService<SetupCode>().Fits(Code))
        {
            Show([new Problem("setup.code-wrong", nameof(Code))]);
            return Page();
        }
        var made = await installation.SetUpAsync(new FirstRunAnswers(UserName ?? "", Password ?? "", new NewOrganisation(OrganisationKind.Station, Station ?? "", District ?? "", Telephone, TimeZone ?? ""), Police), HttpContext.Connection.RemoteIpAddress?.ToString(), WriteId, Aborted);
        if (!made.Succeeded)
        {
            Show(made.Problems);
            return Page();
        }
        Say(text["done"]);
        return LocalRedirect("/Account/SignIn");
    }
}
