using System.Globalization;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Sqlite;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>A chunk that was compared and is not saved yet, with its unit of work.</summary>
internal sealed record MatchChunk(ReuniteDb Db, Comparison Ask, ComparedChunk Compared) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Db.DisposeAsync();
}

/// <summary>Compares chunks of persons and saves what came of each in one transaction; one is saved at a time in this process.</summary>
internal sealed class MatchChunks(IDbContextFactory<ReuniteDb> databases, PairMatcher matcher, TimeProvider clock, MatchOptions options) : IDisposable
{
    /// <summary>Times a chunk is compared anew because a reviewer decided on one of its pairs meanwhile, or another run proposed one.</summary>
    private const int Attempts = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>May go on while another chunk is being saved.</summary>
    public async Task<MatchChunk> CompareAsync(MatchPorts ports, Comparison ask, CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        try
        {
            if (ask.Persons.Count > options.ChunkSize) await db.PrepareForManyAsync(ct);
            return new MatchChunk(db, ask, await matcher.CompareAsync(db, ports, ask, ct));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <param name="from">"job:…", for the audit chain.</param>
    /// <param name="along">Saved in the same transaction: gets the unit of work and the chunk's tally, gives the first audit note.</param>
    public async Task<MatchTally> SaveAsync(MatchPorts ports, MatchChunk chunk, string from, Func<ReuniteDb, MatchTally, Task<ChangeNote>>? along, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                await using var current = attempt == 0 ? chunk : await CompareAsync(ports, chunk.Ask, ct);
                if (await TrySaveAsync(current, from, along, ct) is { } sum) return sum;
            }
            throw new InvalidOperationException($"A chunk of {chunk.Ask.Persons.Count} persons kept changing under the match run.");
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <returns>Null when something changed under the chunk.</returns>
    private async Task<MatchTally?> TrySaveAsync(MatchChunk chunk, string from, Func<ReuniteDb, MatchTally, Task<ChangeNote>>? along, CancellationToken ct)
    {
        var (db, compared) = (chunk.Db, chunk.Compared);
        var sum = compared.Tallies.Values.Aggregate(new MatchTally(), (a, b) => a + b);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            if (compared.Added.Count > 0)
            {
                using var rows = new RowInserter(db, typeof(CandidateMatch), transaction.GetDbTransaction());
                foreach (var added in compared.Added) rows.Add(added);
            }
            List<ChangeNote> notes = along is null ? [] : [await along(db, sum)];
            notes.AddRange(compared.Tallies.SelectMany(t => Notes(t.Key, t.Value, from)));
            if (notes.Count > 0 && await new ChangeWriter(db, clock).SaveAsync(notes, [], ct) == WriteResult.Conflict) return null;
            await transaction.CommitAsync(ct);
            return sum;
        }
        catch (Exception e) when (UniqueKey.IsRaceLost(e))
        {
            // the pair was proposed by somebody else since it was looked up
            return null;
        }
    }

    private IEnumerable<ChangeNote> Notes(Guid person, MatchTally t, string from)
    {
        foreach (var (action, count) in new[] { ("match.proposed", t.New), ("match.changed", t.Stronger + t.Weaker), ("match.withdrawn", t.Withdrawn) })
            if (count > 0) yield return new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System(from), action, "person", person, "pairs=" + count.ToString(CultureInfo.InvariantCulture));
    }
}
