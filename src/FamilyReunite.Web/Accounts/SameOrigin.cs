namespace FamilyReunite.Web.Accounts;

/// <summary>Takes a request only from a page of this server. A form token would be too old when a phone sends hours later, but every browser names the origin of a POST.</summary>
internal static class SameOrigin
{
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var host = context.HttpContext.Request.Host;
        // behind a proxy that ends TLS the scheme differs, the host does not
        var same = Uri.TryCreate(context.HttpContext.Request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && string.Equals(origin.Host, host.Host, StringComparison.OrdinalIgnoreCase) && (host.Port == origin.Port || (host.Port is null && origin.IsDefaultPort));
        return same ? next(context) : ValueTask.FromResult<object?>(TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden));
    }
}
