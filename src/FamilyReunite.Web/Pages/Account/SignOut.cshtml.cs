using FamilyReunite.Data.Ledger;
using FamilyReunite.Web.Accounts;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Account;

public sealed class SignOutModel(SignInManager<Data.Accounts.Account> signIn, CallerSource callers, ChangeWriter writer) : ReunitePage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (callers.Current is { } caller) await writer.SaveAsync(new ChangeNote(NewId(), caller.Actor, "account.signed-out", "Account", caller.AccountId), Aborted);
        await signIn.SignOutAsync();
        return LocalRedirect("/Account/SignIn");
    }
}
