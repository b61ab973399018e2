using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Which records take part, with their versions, for as long as one run lasts. A run that asks for few asks the database each time; one that asks for many reads all of them once and then only what the outbox says has changed since. Thread-safe.</summary>
/// <param name="oneByOne">Records asked for one by one before all are read.</param>
internal sealed class OpenBook(IDbContextFactory<ReuniteDb> databases, int oneByOne = OpenBook.OneByOne)
{
    /// <summary>Asking goes into three indexes a record, reading all of a million takes two seconds: from about here on it is worth it.</summary>
    public const int OneByOne = 10_000;

    private readonly Lock _gate = new();
    private int _asked;
    private Task<Opened>? _all;

    /// <summary>Many will be asked for: all are read in the background from now on.</summary>
    public void Expect(CancellationToken ct) => _ = OpenedAsync(ct);

    /// <returns>Those of the given persons that take part.</returns>
    public Task<Dictionary<Guid, long>> PersonsAsync(ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => FindAsync(db, RecordKind.Stranded, ids, ct);

    /// <returns>Those of the given reports that take part.</returns>
    public Task<Dictionary<Guid, long>> ReportsAsync(ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => FindAsync(db, RecordKind.Missing, ids, ct);

    /// <returns>All of a kind that take part.</returns>
    public async Task<Dictionary<Guid, long>> AllAsync(ReuniteDb db, RecordKind kind, CancellationToken ct)
    {
        var all = await OpenedAsync(ct);
        var changed = await ChangedAsync(db, all, ct);
        var now = new Dictionary<Guid, long>(all.Of(kind));
        foreach (var id in changed) now.Remove(id);
        foreach (var (id, version) in await AskAsync(db, kind, changed, ct)) now[id] = version;
        return now;
    }

    private async Task<Dictionary<Guid, long>> FindAsync(ReuniteDb db, RecordKind kind, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (_all is null && Interlocked.Add(ref _asked, ids.Count) <= oneByOne) return await AskAsync(db, kind, ids, ct);
        var all = await OpenedAsync(ct);
        var changed = await ChangedAsync(db, all, ct);
        var found = await AskAsync(db, kind, [.. ids.Where(changed.Contains)], ct);
        var known = all.Of(kind);
        foreach (var id in ids)
        {
            if (!changed.Contains(id) && known.TryGetValue(id, out var version)) found[id] = version;
        }
        return found;
    }

    private static Task<Dictionary<Guid, long>> AskAsync(ReuniteDb db, RecordKind kind, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        kind == RecordKind.Stranded ? db.OpenPersonsAsync(ids, ct) : db.OpenReportsAsync(ids, ct);

    private static async Task<HashSet<Guid>> ChangedAsync(ReuniteDb db, Opened all, CancellationToken ct) =>
        [.. await db.Outbox.Where(o => o.Position > all.Position).Select(o => o.RecordId).Distinct().ToListAsync(ct)];

    private Task<Opened> OpenedAsync(CancellationToken ct)
    {
        lock (_gate) return _all ??= Task.Run(() => ReadAsync(ct), ct);
    }

    private async Task<Opened> ReadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // asked for first: what changes while the rest is read is then read again
        var position = await db.Outbox.MaxAsync(o => (long?)o.Position, ct) ?? 0;
        var (persons, reports) = (new Dictionary<Guid, long>(), new Dictionary<Guid, long>());
        await foreach (var p in db.OpenPersons().Select(p => new { p.Id, p.Version }).AsAsyncEnumerable().WithCancellation(ct)) persons[p.Id] = p.Version;
        await foreach (var r in db.OpenReports().Select(r => new { r.Id, r.Version }).AsAsyncEnumerable().WithCancellation(ct)) reports[r.Id] = r.Version;
        return new Opened(position, persons, reports);
    }

    private sealed record Opened(long Position, Dictionary<Guid, long> Persons, Dictionary<Guid, long> Reports)
    {
        public Dictionary<Guid, long> Of(RecordKind kind) => kind == RecordKind.Stranded ? Persons : Reports;
    }
}
