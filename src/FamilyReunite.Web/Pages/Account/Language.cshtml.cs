using System.Globalization;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Account;

/// <summary>Switches between the two languages; a choice of this browser, so it needs no sign-in and no form token.</summary>
[IgnoreAntiforgeryToken]
public sealed class LanguageModel : ReunitePage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? back)
    {
        var other = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "en" : "zh-CN";
        Response.Cookies.Append("language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(other)), new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
