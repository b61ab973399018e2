using System.Text.Json.Nodes;
using FamilyReunite.Domain;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>A right that one server at a time holds, kept in the cluster. It lapses when its holder gives no sign of life; the servers' clocks may differ by less than its life. Thread-safe.</summary>
internal sealed class ClusterLease(IElasticsearch cluster, string index, string name, string holder, TimeSpan life, TimeProvider clock) : IDisposable
{
    public const string Holder = "holder", Until = "until";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateTimeOffset _until;
    private bool _made;

    /// <summary>Takes the right or prolongs it.</summary>
    /// <returns>False while another server holds it.</returns>
    public async Task<Outcome<bool>> HoldAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var now = clock.GetUtcNow();
            if (_until - now > life / 2) return true;
            var held = await PutAsync(now, now + life, ct).ConfigureAwait(false);
            _until = held.Value ? now + life : default;
            return held;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Gives the right back if it is ours; otherwise it lapses by itself.</summary>
    public async Task ReleaseAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_until != default) await PutAsync(clock.GetUtcNow(), DateTimeOffset.UnixEpoch, CancellationToken.None).ConfigureAwait(false);
            _until = default;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<Outcome<bool>> PutAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        if (!_made)
        {
            var made = await cluster.CreateAsync(index, IndexLayout.LeaseBody(), ct).ConfigureAwait(false);
            if (!made.Succeeded) return made.Problems.ToArray();
            _made = true;
        }
        // a write whose answer was lost comes back as a conflict: the second look finds ourselves
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var docs = await cluster.GetAsync([(index, name)], [Holder, Until], ct).ConfigureAwait(false);
            if (!docs.Succeeded) return docs.Problems.ToArray();
            var doc = docs.Value[0];
            (long, long)? read = null;
            if (doc.GetProperty("found").GetBoolean())
            {
                var source = doc.GetProperty("_source");
                if (source.GetProperty(Holder).GetString() != holder && source.GetProperty(Until).GetInt64() > now.ToUnixTimeMilliseconds()) return false;
                read = (doc.GetProperty("_seq_no").GetInt64(), doc.GetProperty("_primary_term").GetInt64());
            }
            var put = await cluster.PutIfAsync(index, name, new JsonObject { [Holder] = holder, [Until] = until.ToUnixTimeMilliseconds() }, read, ct).ConfigureAwait(false);
            if (!put.Succeeded || put.Value) return put;
        }
        return false;
    }
}
