using FamilyReunite.Casework.Access;
using FamilyReunite.Data.Accounts;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Web.Accounts;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FamilyReunite.Web.Pages.Account;

[EnableRateLimiting(AccountsRegistration.SignInLimit)]
public sealed class SignInModel(SignInManager<Data.Accounts.Account> signIn, ChangeWriter writer, IServiceProvider services) : ReunitePage
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsDemo => services.GetRequiredService<OpeningOptions>().Demo;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        var account = await signIn.UserManager.FindByNameAsync((UserName ?? "").Trim());
        var result = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        await writer.SaveAsync(new ChangeNote(NewId(), new Actor(account?.Id, null, account?.OrganisationId, HttpContext.Connection.RemoteIpAddress?.ToString()),
            result.Succeeded ? "account.signed-in" : "account.sign-in-failed", "Account", account?.Id), Aborted);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
        Show([new Problem(result.IsLockedOut ? "account.locked" : "account.wrong", nameof(Password), AccountRules.MinPasswordLength)]);
        return Page();
    }
}
