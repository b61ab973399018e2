using System.Globalization;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Compares a chunk of persons and saves what came of it in one transaction; one chunk at a time in this process.</summary>
internal sealed class MatchChunks(IDbContextFactory<ReuniteDb> databases, PairMatcher matcher, TimeProvider clock) : IDisposable
{
    /// <summary>Times a chunk is compared anew because a reviewer decided on one of its pairs meanwhile.</summary>
    private const int Attempts = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <param name="from">"job:…", for the audit chain.</param>
    /// <param name="along">Saved in the same transaction: gets the unit of work and the chunk's tally, gives the first audit note.</param>
    public async Task<MatchTally> RunAsync(MatchPorts ports, Comparison ask, string from, Func<ReuniteDb, MatchTally, Task<ChangeNote>>? along, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                var tallies = await matcher.CompareAsync(db, ports, ask, ct);
                var sum = tallies.Values.Aggregate(new MatchTally(), (a, b) => a + b);
                List<ChangeNote> notes = along is null ? [] : [await along(db, sum)];
                notes.AddRange(tallies.SelectMany(t => Notes(t.Key, t.Value, from)));
                if (notes.Count == 0 || await new ChangeWriter(db, clock).SaveAsync(notes, [], ct) != WriteResult.Conflict) return sum;
            }
            throw new InvalidOperationException($"A chunk of {ask.Persons.Count} persons kept changing under the match run.");
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private IEnumerable<ChangeNote> Notes(Guid person, MatchTally t, string from)
    {
        foreach (var (action, count) in new[] { ("match.proposed", t.New), ("match.changed", t.Stronger + t.Weaker), ("match.withdrawn", t.Withdrawn) })
            if (count > 0) yield return new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System(from), action, "person", person, "pairs=" + count.ToString(CultureInfo.InvariantCulture));
    }
}
