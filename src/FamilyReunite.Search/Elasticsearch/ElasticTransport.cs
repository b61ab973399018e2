using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using FamilyReunite.Domain;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Reply = FamilyReunite.Domain.Outcome<FamilyReunite.Search.Elasticsearch.ElasticReply>;

namespace FamilyReunite.Search.Elasticsearch;

/// <param name="Body">Undefined for an answer without a body.</param>
internal readonly record struct ElasticReply(HttpStatusCode Status, JsonElement Body);

/// <summary>Requests over HTTP with repeats. Every request that goes through here may be sent twice without harm.</summary>
internal sealed class ElasticTransport : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _where;
    private readonly X509Certificate2Collection? _trusted;

    private ElasticTransport(ElasticOptions options, TimeProvider clock, X509Certificate2Collection? trusted)
    {
        _trusted = trusted;
        _where = string.Join(", ", options.Urls.Select(u => u.GetLeftPart(UriPartial.Authority)));
        var sockets = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(10), AllowAutoRedirect = false };
        if (trusted is not null) sockets.SslOptions.RemoteCertificateValidationCallback = Trusts;
        _http = new HttpClient(new ResilienceHandler(Repeats(options, clock)) { InnerHandler = new NodeTurns(options.Urls, sockets) })
        {
            BaseAddress = options.Urls[0],
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version11,
        };
        if (options.ApiKey is { Length: > 0 } key) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", key);
        else if (options.User is { Length: > 0 } user) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}")));
    }

    /// <returns><c>elastic.ca-file</c> when the certificate file cannot be read.</returns>
    public static Domain.Outcome<ElasticTransport> Open(ElasticOptions options, TimeProvider clock)
    {
        if (options.CaFile is not { Length: > 0 } file) return new ElasticTransport(options, clock, null);
        var trusted = new X509Certificate2Collection();
        try
        {
            trusted.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return new Problem("elastic.ca-file", "Search:Elasticsearch:CaFile", file);
        }
        return trusted.Count == 0 ? new Problem("elastic.ca-file", "Search:Elasticsearch:CaFile", file) : new ElasticTransport(options, clock, trusted);
    }

    public Task<Reply> SendAsync(HttpMethod method, string path, string? json, CancellationToken ct) =>
        SendAsync(method, path, json is null ? null : Encoding.UTF8.GetBytes(json), "application/json", ct);

    public async Task<Reply> SendAsync(HttpMethod method, string path, byte[]? body, string type, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false);
            return Read(response, bytes);
        }
        catch (Exception e) when (e is HttpRequestException or Polly.Timeout.TimeoutRejectedException or IOException)
        {
            return ElasticProblems.Of(e, _where);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var c in _trusted ?? []) c.Dispose();
    }

    private static ResiliencePipeline<HttpResponseMessage> Repeats(ElasticOptions options, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, options.Retries),
                Delay = options.FirstWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = a => ValueTask.FromResult(ElasticProblems.MayPass(a.Outcome.Exception, a.Outcome.Result?.StatusCode)),
            })
            .AddTimeout(options.Timeout)
            .Build();

    private Reply Read(HttpResponseMessage response, byte[] bytes)
    {
        JsonElement body = default;
        if (bytes.Length > 0 && response.Content.Headers.ContentType?.MediaType is { } type && type.Contains("json", StringComparison.Ordinal))
        {
            try
            {
                body = JsonElement.Parse(bytes);
            }
            catch (JsonException)
            {
                return new Problem("elastic.not-elasticsearch", null, _where);
            }
        }
        if (response.IsSuccessStatusCode && body.ValueKind != JsonValueKind.Object) return new Problem("elastic.not-elasticsearch", null, _where);
        return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound && body.ValueKind == JsonValueKind.Object
            ? new ElasticReply(response.StatusCode, body)
            : ElasticProblems.Of(response.StatusCode, body, _where);
    }

    /// <summary>Trusts what the given authority signed for this very host name, and nothing else.</summary>
    private bool Trusts(object sender, X509Certificate? certificate, X509Chain? _, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_trusted!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build((X509Certificate2)certificate);
    }

    /// <summary>Sends every attempt to the node that answered last, or to the next one after a failure.</summary>
    private sealed class NodeTurns(IReadOnlyList<Uri> nodes, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _turn;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var turn = Volatile.Read(ref _turn);
            request.RequestUri = new Uri(nodes[(int)((uint)turn % (uint)nodes.Count)], request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                Interlocked.CompareExchange(ref _turn, turn + 1, turn);
                throw;
            }
        }
    }
}
