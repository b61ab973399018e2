using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Scoring;

namespace FamilyReunite.Search.Tests.Contract;

/// <summary>The documented behaviour in its plainest form: every document looked at, the formula written out. What engines are measured against.</summary>
public sealed class ReferenceIndex : ICandidateIndex
{
    private readonly Dictionary<Guid, IndexDocument> _live = [];
    private readonly Dictionary<Guid, long> _dead = [];
    private long _position;

    public Task ApplyAsync(IReadOnlyList<IndexChange> changes, long outboxPosition, CancellationToken ct)
    {
        var replayed = outboxPosition < _position;
        foreach (var batch in changes.GroupBy(c => c.RecordId))
        {
            IndexDocument? document = null;
            long? newest = null;
            foreach (var c in batch)
            {
                if (c.Document is null) document = null;
                else if (newest is null || c.Document.Version > newest) (document, newest) = (c.Document, c.Document.Version);
            }
            long? held = _live.TryGetValue(batch.Key, out var d) ? d.Version : _dead.TryGetValue(batch.Key, out var v) ? v : null;
            if (document is not null)
            {
                if (held is null || document.Version > held) Write(document);
            }
            else if (newest is null ? held is not null && !replayed : held is null || newest >= held)
            {
                _live.Remove(batch.Key);
                _dead[batch.Key] = Math.Max(newest ?? long.MinValue, held ?? long.MinValue);
            }
        }
        _position = Math.Max(_position, outboxPosition);
        return Task.CompletedTask;
    }

    public Task<long> PositionAsync(CancellationToken ct) => Task.FromResult(_position);

    public Task<IReadOnlyList<IndexHit>> SearchAsync(CandidateQuery query, CancellationToken ct)
    {
        var target = _live.Values.Where(d => d.Kind == query.Target).ToList();
        var asked = Heaviest(query.Tokens);
        var held = target.ToDictionary(d => d.RecordId, d => Heaviest(d.Tokens).ToDictionary(t => t.Key, t => t.Weight));
        var hits = new List<IndexHit>();
        foreach (var d in target.Where(d => Passes(d, query)))
        {
            double score = 0;
            foreach (var (value, weight) in asked)
            {
                if (!held[d.RecordId].TryGetValue(value, out var w)) continue;
                double n = held.Values.Count(x => x.ContainsKey(value));
                score += (double)weight * w * Math.Log(1 + (target.Count - n + 0.5) / (n + 0.5));
            }
            if (score > 0) hits.Add(new IndexHit(d.RecordId, score));
        }
        return Task.FromResult<IReadOnlyList<IndexHit>>([.. hits.OrderByDescending(h => h.Score).ThenBy(h => h.RecordId).Take(Math.Max(0, query.Limit))]);
    }

    public Task<long> CountAsync(RecordKind kind, CancellationToken ct) => Task.FromResult((long)_live.Values.Count(d => d.Kind == kind));

    public async IAsyncEnumerable<(Guid RecordId, RecordKind Kind, long Version)> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var d in _live.Values.ToList()) yield return (d.RecordId, d.Kind, d.Version);
    }

    public Task<IIndexRebuild> BeginRebuildAsync(CancellationToken ct) => Task.FromResult<IIndexRebuild>(new Rebuild(this));

    private static List<(string Key, float Weight)> Heaviest(IReadOnlyList<ClueToken> tokens) =>
        [.. tokens.Where(t => t.Weight > 0 && float.IsFinite(t.Weight)).GroupBy(t => t.Value, StringComparer.Ordinal).Select(g => (g.Key, g.Max(t => t.Weight)))];

    private static bool Passes(IndexDocument d, CandidateQuery q) =>
        (q.OrganisationId is not { } o || d.OrganisationId == o)
        && (q.Sex == Sex.Unknown || d.Sex == Sex.Unknown || d.Sex == q.Sex)
        && (q.BirthYears is not { } a || d.BirthYears is not { } b || (b.Low <= a.High && a.Low <= b.High));

    private void Write(IndexDocument d)
    {
        _dead.Remove(d.RecordId);
        _live[d.RecordId] = d;
    }

    private sealed class Rebuild(ReferenceIndex index) : IIndexRebuild
    {
        private readonly ReferenceIndex _built = new();

        public Task AddAsync(IReadOnlyList<IndexDocument> documents, CancellationToken ct) =>
            _built.ApplyAsync([.. documents.Select(d => new IndexChange(d.RecordId, d.Kind, d))], 0, ct);

        public Task SwapAsync(long outboxPosition, CancellationToken ct)
        {
            index._live.Clear();
            index._dead.Clear();
            foreach (var d in _built._live.Values) index._live[d.RecordId] = d;
            index._position = outboxPosition;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

public sealed class ReferenceIndexTests : CandidateIndexContract
{
    protected override Task<ICandidateIndex> CreateAsync() => Task.FromResult<ICandidateIndex>(new ReferenceIndex());
}
