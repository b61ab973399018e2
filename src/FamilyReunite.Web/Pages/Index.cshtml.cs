using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages;

/// <summary>Leads each role to its first page.</summary>
public sealed class IndexModel : ReunitePage
{
    public IActionResult OnGet() => Navigation.For(Caller.Role) is [var first, ..] ? LocalRedirect(first.Path) : NotYours();
}
