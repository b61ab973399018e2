using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Account;

public sealed class SignOutModel(SignInManager<Data.Accounts.Account> signIn) : ReunitePage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/Account/SignIn");
    }
}
