using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Web.Tests.Startup;

/// <summary>Answers as a cluster in a given state would; keeps nothing.</summary>
internal sealed class ClusterStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ClusterStub(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <param name="indices">The list of indices; null answers 401 to everything.</param>
    /// <param name="type">Content type of every answer.</param>
    public static async Task<ClusterStub> StartAsync(string? indices, string version = "8.19.0", string status = "green", string type = "application/json", X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0, l =>
        {
            if (certificate is not null) l.UseHttps(certificate);
        }));
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = type;
            var path = context.Request.Path.Value!;
            if (indices is null) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else if (path == "/_cluster/health") await context.Response.WriteAsync($$"""{"status":"{{status}}"}""");
            else if (path == "/_nodes") await context.Response.WriteAsync($$"""{"nodes":{"n":{"version":"{{version}}"} } }""");
            else await context.Response.WriteAsync(indices);
        });
        await app.StartAsync();
        return new ClusterStub(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A certificate that is its own authority, for one host name.</summary>
    public static X509Certificate2 CertificateFor(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var since = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(since.AddDays(-1), since.AddDays(1));
    }
}
