using FamilyReunite.Casework.Setup;

namespace FamilyReunite.Web.Frame;

/// <summary>An empty installation leads everybody to its set-up.</summary>
internal sealed class FirstRun(RequestDelegate next)
{
    private volatile bool _done;

    public async Task InvokeAsync(HttpContext http, Installation installation)
    {
        if (!_done) _done = !await installation.IsEmptyAsync(http.RequestAborted);
        if (_done || http.Request.Path.StartsWithSegments("/Setup", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/Account/Language", StringComparison.OrdinalIgnoreCase)) await next(http);
        else http.Response.Redirect("/Setup");
    }
}
