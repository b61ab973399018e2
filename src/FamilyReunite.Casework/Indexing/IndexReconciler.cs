using System.Text.Json;
using FamilyReunite.Domain;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Indexing;

/// <param name="Records">In the database.</param>
/// <param name="Missing">Were not in the index.</param>
/// <param name="Stale">Were there in another version.</param>
/// <param name="Extra">Were there without being in the database.</param>
/// <param name="Rebuilt">Whether the index was built anew, because record by record would not do.</param>
public sealed record IndexReconciled(long Records, int Missing, int Stale, int Extra, bool Rebuilt)
{
    public int Drift => Missing + Stale + Extra;

    /// <summary>As it stands in the ledger.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Null for what is no summary of a comparison.</summary>
    public static IndexReconciled? Parse(string? summary)
    {
        try
        {
            return summary is null ? null : JsonSerializer.Deserialize<IndexReconciled>(summary, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Compares every id and version of the index with the database and puts right what differs; then takes what was deleted out of the index's files.</summary>
public sealed class IndexReconciler(IIndexSource source, IndexFeeder feeder, IndexChecker checker, IndexMender mender, IndexRebuilder rebuilder, ILogger<IndexReconciler> log)
{
    /// <summary>From so many records on it is quicker to build anew.</summary>
    public const int MuchDrift = 20_000;

    /// <returns>Why the index could not be read or written; what was mended until then stays.</returns>
    public async Task<Outcome<IndexReconciled>> ReconcileAsync(CancellationToken ct)
    {
        var fed = await feeder.CatchUpAsync(null, ct);
        if (!fed.Succeeded) return fed.Problems.ToArray();
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        try
        {
            return await ReconcileAsync(index, ct);
        }
        catch (ElasticException e)
        {
            return e.Problem;
        }
    }

    private async Task<Outcome<IndexReconciled>> ReconcileAsync(ICandidateIndex index, CancellationToken ct)
    {
        var looked = await checker.CheckAsync(ct);
        if (looked.Value is not { } found) return looked.Problems.ToArray();
        var result = new IndexReconciled(found.Records, found.Missing.Count, found.Stale.Count, found.Extra.Count, Rebuilt: false);
        if (!found.Holds)
        {
            var mended = await MendAsync(index, found, ct);
            if (!mended.Succeeded) return mended.Problems.ToArray();
            result = result with { Rebuilt = mended.Value };
            log.IndexMended(result.Missing, result.Stale, result.Extra, result.Rebuilt);
        }
        await index.PurgeAsync(ct);
        return result;
    }

    /// <returns>True when the index had to be built anew: too much differs, or it holds a newer version than the database, which record by record it would keep.</returns>
    private async Task<Outcome<bool>> MendAsync(ICandidateIndex index, IndexVerdict found, CancellationToken ct)
    {
        if (!found.MadeOtherwise && found.Missing.Count + found.Stale.Count + found.Extra.Count < MuchDrift)
        {
            await mender.MendAsync(index, found, ct);
            var after = await checker.CheckAsync(ct);
            if (after.Value is not { } left) return after.Problems.ToArray();
            if (left.Holds) return false;
        }
        var rebuilt = await rebuilder.RebuildAsync(null, ct);
        return rebuilt.Succeeded ? true : rebuilt.Problems.ToArray();
    }
}
