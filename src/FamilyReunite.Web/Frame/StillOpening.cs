using System.Globalization;
using System.Text.Encodings.Web;
using FamilyReunite.Web.Resources;
using FamilyReunite.Web.Startup;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Frame;

/// <summary>While the server prepares itself, every page says how far it is and comes back by itself.</summary>
internal sealed class StillOpening(RequestDelegate next, Readiness readiness, IStringLocalizer<SharedText> text)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (readiness.Current is not { } step || http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "2";
        http.Response.ContentType = "text/html; charset=utf-8";
        // the status page machinery would replace this answer
        if (http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        var sentence = step.Total > 0 ? text[step.Key + ".of", step.Done, step.Total] : text[step.Key];
        var (title, body) = (HtmlEncoder.Default.Encode(text["startup.title"]), HtmlEncoder.Default.Encode(sentence));
        await http.Response.WriteAsync($"""
            <!doctype html><html lang="{CultureInfo.CurrentUICulture.Name}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="2">
            <title>{title}</title><link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/app.css"><main class="narrow"><h1>{title}</h1><p role="status">{body}</p>
            <progress max="{Math.Max(step.Total, 1)}" value="{step.Done}" aria-label="{body}"></progress></main></html>
            """);
    }
}
