using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FamilyReunite.Web.Pages;

/// <summary>The answer to every failed status; it holds nothing that differs between "not there" and "not yours".</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NotFoundModel : PageModel
{
    public bool TooMany => Response.StatusCode == StatusCodes.Status429TooManyRequests;

    public bool Expired => Response.StatusCode == StatusCodes.Status400BadRequest;

    public void OnGet() { }

    public void OnPost() { }
}
