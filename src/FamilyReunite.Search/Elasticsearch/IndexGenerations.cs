using System.Text.Json;
using FamilyReunite.Domain;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Makes generations of indices, checks and moves the aliases that point at the one in use.</summary>
internal sealed class IndexGenerations(IElasticsearch cluster, IndexLayout layout, TimeProvider clock, ILogger log)
{
    private const int OldestMajor = 8;

    /// <summary>Looks at cluster, aliases and mappings; makes an empty generation when there is none, or none of this layout.</summary>
    public async Task<Outcome<Done>> EnsureAsync(CancellationToken ct)
    {
        var health = await cluster.HealthAsync(ct).ConfigureAwait(false);
        if (health.Value is not { } state) return health.Problems.ToArray();
        if (state.Major < OldestMajor) return new Problem("elastic.version", null, state.Major);
        if (state.Status == "red") return new Problem("elastic.red");
        var indices = await cluster.IndicesAsync(layout.Pattern, ct).ConfigureAwait(false);
        if (!indices.Succeeded) return indices.Problems.ToArray();
        var current = Current(indices.Value);
        if (!current.Succeeded) return current.Problems.ToArray();
        if (current.Value) return Done.Instance;
        var made = await MakeAsync(ct).ConfigureAwait(false);
        return made.Value is { } generation ? await PointAsync(generation, 0, ct).ConfigureAwait(false) : made.Problems.ToArray();
    }

    /// <returns>The name of the new, empty generation.</returns>
    public async Task<Outcome<string>> MakeAsync(CancellationToken ct)
    {
        var generation = StoredRecord.Key(Guid.CreateVersion7(clock.GetUtcNow()));
        foreach (var alias in layout.Aliases)
        {
            var made = await cluster.CreateAsync(IndexLayout.Index(alias, generation), layout.Body(), ct).ConfigureAwait(false);
            if (!made.Succeeded) return made.Problems.ToArray();
        }
        return generation;
    }

    /// <summary>Moves every alias in one step, then deletes what no alias points at any more.</summary>
    public async Task<Outcome<Done>> PointAsync(string generation, long position, CancellationToken ct)
    {
        var indices = await cluster.IndicesAsync(layout.Pattern, ct).ConfigureAwait(false);
        if (!indices.Succeeded) return indices.Problems.ToArray();
        var moves = layout.Aliases.Select(a => new AliasMove(a, [.. Holders(indices.Value, a).Where(i => i != IndexLayout.Index(a, generation))], IndexLayout.Index(a, generation))).ToList();
        var moved = await cluster.MoveAliasesAsync(moves, ct).ConfigureAwait(false);
        if (!moved.Succeeded) return moved;
        log.AliasesMoved(generation, position);
        await RemoveAsync(moves.SelectMany(m => m.From), ct).ConfigureAwait(false);
        return Done.Instance;
    }

    public Task AbandonAsync(string generation, CancellationToken ct) => RemoveAsync(layout.Aliases.Select(a => IndexLayout.Index(a, generation)), ct);

    /// <summary>True when all aliases point at indices of this layout.</summary>
    private Outcome<bool> Current(JsonElement indices)
    {
        var complete = true;
        foreach (var alias in layout.Aliases)
        {
            if (indices.TryGetProperty(alias, out _)) return new Problem("elastic.not-ours", null, alias);
            var holders = Holders(indices, alias);
            if (holders.Count > 1) return new Problem("elastic.alias-two", null, alias, string.Join(", ", holders));
            if (holders.Count == 0)
            {
                complete = false;
                continue;
            }
            var mappings = indices.GetProperty(holders[0]).GetProperty("mappings");
            if (!mappings.TryGetProperty("_meta", out var meta) || !meta.TryGetProperty("made_by", out var maker) || maker.GetString() != IndexLayout.MadeBy) return new Problem("elastic.not-ours", null, holders[0]);
            if (!meta.TryGetProperty("layout", out var made) || made.GetInt32() != IndexLayout.Version) complete = false;
            else if (!IndexLayout.Fits(mappings)) return new Problem("elastic.mapping", null, holders[0]);
        }
        return complete;
    }

    private static List<string> Holders(JsonElement indices, string alias) =>
        [.. indices.EnumerateObject().Where(i => i.Value.TryGetProperty("aliases", out var a) && a.TryGetProperty(alias, out _)).Select(i => i.Name)];

    private async Task RemoveAsync(IEnumerable<string> names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            var removed = await cluster.DeleteAsync(name, ct).ConfigureAwait(false);
            if (!removed.Succeeded) log.IndexLeftOver(name, removed.Problems[0].Code);
        }
    }
}
