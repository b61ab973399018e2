using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FamilyReunite.Web.Pages;

/// <summary>Shown when something broke; the code finds the log entry and says nothing else.</summary>
[IgnoreAntiforgeryToken]
public sealed class FaultModel : PageModel
{
    public string Code => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet() { }

    public void OnPost() { }
}
