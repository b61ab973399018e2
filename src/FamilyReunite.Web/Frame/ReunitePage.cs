using System.Globalization;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;
using FamilyReunite.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FamilyReunite.Web.Frame;

/// <summary>What every page of a signed-in caller has.</summary>
public abstract class ReunitePage : PageModel
{
    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">The page is open to strangers.</exception>
    protected Caller Caller => HttpContext.RequestServices.GetRequiredService<CallerSource>().Current ?? throw new InvalidOperationException("This page needs a signed-in caller.");

    private Guid _writeId;

    /// <summary>UUIDv7 made when the form was rendered; sending the form twice writes once. A form that brings none, or one that cannot be read, is a write of its own.</summary>
    [BindProperty]
    public Guid WriteId
    {
        get => _writeId == Guid.Empty ? _writeId = NewId() : _writeId;
        set => _writeId = value;
    }

    public CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>A fresh UUIDv7 for a form or a row of it.</summary>
    public Guid NewId() => Guid.CreateVersion7(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>A sentence shown once on the next page, read out politely.</summary>
    protected void Say(string sentence) => TempData["toast"] = sentence;

    /// <summary>Puts the sentences of problems into the error summary and beside their fields.</summary>
    protected void Show(IEnumerable<Problem> problems)
    {
        foreach (var p in problems) ModelState.AddModelError(p.Field ?? "", ProblemSentences.Of(p, CultureInfo.CurrentUICulture));
    }

    /// <summary>The one answer for what is not there and for what is not the caller's: same status, same bytes.</summary>
    protected IActionResult NotYours() => NotFound();
}
