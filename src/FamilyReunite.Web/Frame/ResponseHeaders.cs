namespace FamilyReunite.Web.Frame;

/// <summary>No outside request, no frame around us, nothing personal in a cache or in the address that a link hands on.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    private const string ContentSecurity = "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurity;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(self)";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            var isAsset = http.Request.Path.StartsWithSegments("/css", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/js", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/img", StringComparison.Ordinal);
            headers.CacheControl = isAsset ? http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache" : "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
