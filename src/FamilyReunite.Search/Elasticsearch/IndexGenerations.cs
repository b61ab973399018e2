using System.Text.Json;
using FamilyReunite.Domain;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Makes generations of indices, checks and moves the aliases that point at the one in use.</summary>
/// <param name="right">Of making and swapping generations: one server at a time.</param>
internal sealed class IndexGenerations(IElasticsearch cluster, IndexLayout layout, ClusterLease right, TimeProvider clock, ILogger log)
{
    private const int OldestMajor = 8;

    /// <summary>How often a server that starts looks whether another one has made the indices.</summary>
    private const int Looks = 40;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks at cluster, aliases and mappings; makes an empty generation when there is none, or none of this layout.</summary>
    /// <returns><c>index.rebuilding</c> when another server takes too long about it.</returns>
    public async Task<Outcome<Done>> EnsureAsync(CancellationToken ct)
    {
        var health = await cluster.HealthAsync(ct).ConfigureAwait(false);
        if (health.Value is not { } state) return health.Problems.ToArray();
        if (state.Major < OldestMajor) return new Problem("elastic.version", null, state.Major);
        if (state.Status == "red") return new Problem("elastic.red");
        for (var look = 0; look < Looks; look++)
        {
            var indices = await cluster.IndicesAsync(layout.Pattern, ct).ConfigureAwait(false);
            if (!indices.Succeeded) return indices.Problems.ToArray();
            var current = GenerationCheck.Complete(indices.Value, layout);
            if (!current.Succeeded) return current.Problems.ToArray();
            if (current.Value) return Done.Instance;
            var may = await right.HoldAsync(ct).ConfigureAwait(false);
            // right after another server made them the shards of the leases are not there yet
            if (!may.Succeeded && may.Problems[0].Code != "elastic.busy") return may.Problems.ToArray();
            if (may.Value) return await BeginAsync(ct).ConfigureAwait(false);
            await Task.Delay(BetweenLooks, clock, ct).ConfigureAwait(false);
        }
        return new Problem("index.rebuilding");
    }

    /// <returns>The name of the new, empty generation.</returns>
    public async Task<Outcome<string>> MakeAsync(CancellationToken ct)
    {
        var template = await cluster.TemplateAsync(layout.TemplateName, layout.Template(), ct).ConfigureAwait(false);
        if (!template.Succeeded) return template.Problems.ToArray();
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
        var moves = layout.Aliases.Select(a => new AliasMove(a, [.. GenerationCheck.Holders(indices.Value, a).Where(i => i != IndexLayout.Index(a, generation))], IndexLayout.Index(a, generation))).ToList();
        var moved = await cluster.MoveAliasesAsync(moves, ct).ConfigureAwait(false);
        if (!moved.Succeeded) return moved;
        log.AliasesMoved(generation, position);
        await RemoveAsync(moves.SelectMany(m => m.From), ct).ConfigureAwait(false);
        return Done.Instance;
    }

    /// <summary>Deletes what no alias points at: every generation that a server left half-built, or the one named. Only for who holds the right: nobody else is building then.</summary>
    /// <param name="generation">Stays when aliases point at it: a swap whose answer was lost has taken place.</param>
    public async Task<Outcome<Done>> ClearAsync(string? generation, CancellationToken ct)
    {
        var indices = await cluster.IndicesAsync(layout.Pattern, ct).ConfigureAwait(false);
        if (!indices.Succeeded) return indices.Problems.ToArray();
        await RemoveAsync(GenerationCheck.LeftOver(indices.Value, layout).Where(i => generation is null || i.EndsWith(generation, StringComparison.Ordinal)), ct).ConfigureAwait(false);
        return Done.Instance;
    }

    private async Task<Outcome<Done>> BeginAsync(CancellationToken ct)
    {
        try
        {
            var made = await MakeAsync(ct).ConfigureAwait(false);
            return made.Value is { } generation ? await PointAsync(generation, 0, ct).ConfigureAwait(false) : made.Problems.ToArray();
        }
        finally
        {
            await right.ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(IEnumerable<string> names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            var removed = await cluster.DeleteAsync(name, ct).ConfigureAwait(false);
            if (!removed.Succeeded) log.IndexLeftOver(name, removed.Problems[0].Code);
        }
    }
}
