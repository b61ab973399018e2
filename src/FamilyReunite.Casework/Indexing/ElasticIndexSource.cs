using FamilyReunite.Domain;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Elasticsearch.Faces;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Opens the index in a cluster. A server looks before it starts and does not start without it, unless it was told to go on with the embedded engine.</summary>
internal sealed class ElasticIndexSource(SearchSettings settings, IndexStamp stamp, IndexKey key, LuceneIndexSource embedded, TimeProvider clock, ILogger<ElasticCandidateIndex> log, ILogger<ElasticFaces> faceLog) : IIndexSource, IDisposable
{
    /// <summary>A page does not wait for a cluster that did not answer a moment ago.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private ElasticClient? _client;
    private ElasticCandidateIndex? _index;
    private ElasticFaces? _faces;
    private bool _fallen;
    private (Problem Problem, DateTimeOffset At)? _failed;

    public bool IsExclusive => _fallen && embedded.IsExclusive;

    public Outcome<ICandidateIndex> Open()
    {
        lock (_gate)
        {
            if (_fallen) return embedded.Open();
            if (_index is not null) return _index;
            if (_failed is { } f && clock.GetUtcNow() - f.At < Pause) return f.Problem;
            // off the caller's context, which may be a page's
            var opened = Task.Run(OpenAsync).GetAwaiter().GetResult();
            if (opened.Value is { } index) return _index = index;
            _failed = (opened.Problems[0], clock.GetUtcNow());
            return opened.Problems.ToArray();
        }
    }

    /// <summary>The copy of the faces in the same cluster.</summary>
    /// <returns><c>elastic.unreachable</c> on a server that goes on with the embedded engine.</returns>
    public Outcome<ElasticFaces> OpenFaces()
    {
        var open = Open();
        if (!open.Succeeded) return open.Problems.ToArray();
        lock (_gate)
            if (_client is { } client && !_fallen) return _faces ??= new ElasticFaces(client, settings.Elastic!, key.Bytes, clock, faceLog);
        return new Problem("elastic.unreachable", null, settings.Elastic!.Urls[0].GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Opens, or falls back if told so.</summary>
    /// <returns>Why it fell back to the embedded engine; null when the cluster can be used.</returns>
    /// <exception cref="ElasticException">The cluster cannot be used, and nothing was said of going on without.</exception>
    public Problem? Begin()
    {
        if (Open() is not { Succeeded: false, Problems: [var problem, ..] }) return null;
        if (!settings.FallsBack) throw new ElasticException(problem);
        _fallen = true;
        log.FellBackToEmbedded(problem.Code);
        return problem;
    }

    public void Dispose()
    {
        _index?.Dispose();
        _client?.Dispose();
    }

    private async Task<Outcome<ElasticCandidateIndex>> OpenAsync()
    {
        if (_client is null)
        {
            var client = ElasticClient.Open(settings.Elastic!, clock, log);
            if (!client.Succeeded) return client.Problems.ToArray();
            _client = client.Value;
        }
        return await ElasticCandidateIndex.OpenAsync(_client!, settings.Elastic! with { MadeWith = stamp.Expected }, clock, log, CancellationToken.None);
    }
}
