using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <summary>Lists of people and reports, newest first, a page at a time by key, so that a page never shifts while others save.</summary>
public sealed class RecordLister(ReuniteDb db, ReadWords words, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int Batch = 100;

    public async Task<RecordPage> ListAsync(Caller caller, RecordKind kind, RecordFilter filter, string? after, CancellationToken ct)
    {
        if (filter.Among is { } among) return new RecordPage(await RowsAsync(caller, kind, filter, among, ct), null);
        var rows = new List<RecordRow>();
        var key = ListKey.Read(after);
        while (true)
        {
            var keys = await After(Narrow(caller, kind, filter), key).OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id).Take(Batch).Select(r => new ListKey(r.OpenedAt, r.Id)).ToListAsync(ct);
            foreach (var row in await RowsAsync(caller, kind, filter, [.. keys.Select(k => k.Id)], ct))
            {
                if (rows.Count == PageSize) return new RecordPage(rows, new ListKey(rows[^1].OpenedAt, rows[^1].Id).ToString());
                rows.Add(row);
            }
            if (keys.Count < Batch) return new RecordPage(rows, null);
            key = keys[^1];
        }
    }

    private static IQueryable<CaseRecord> After(IQueryable<CaseRecord> records, ListKey? key) =>
        key is { } k ? records.Where(r => r.OpenedAt < k.At || (r.OpenedAt == k.At && r.Id.CompareTo(k.Id) < 0)) : records;

    private IQueryable<CaseRecord> Narrow(Caller caller, RecordKind kind, RecordFilter filter)
    {
        var now = clock.GetUtcNow();
        var (ten, three) = (now.AddDays(-10), now.AddMonths(-3));
        var records = db.RecordsFor(caller, kind);
        // a station's list is of its own; the other side of a match is reached through the match
        if (caller.KeepsPeople) records = records.Where(r => r.OrganisationId == caller.OrganisationId);
        if (filter is { All: false, Status: { } status }) records = records.Where(r => r.Status == status);
        else if (!filter.All) records = records.Where(r => r.Status != RecordStatus.Home && r.Status != RecordStatus.Closed);
        if (filter.Sex is "M" or "F") records = records.Where(r => r.Facts.Any(f => f.Kind == FactKind.Sex && f.ReplacedBy == null && f.Understood == filter.Sex)
            // free words may say it; they are read when the row is made
            || (!r.Facts.Any(f => f.Kind == FactKind.Sex && f.ReplacedBy == null && f.Understood != null) && r.Facts.Any(f => (f.Kind == FactKind.FreeText || f.Kind == FactKind.Spoken) && f.ReplacedBy == null)));
        else if (filter.Sex is "?") records = records.Where(r => !r.Facts.Any(f => f.Kind == FactKind.Sex && f.ReplacedBy == null && f.Understood != null));
        return filter.Stay switch
        {
            StayBand.TenDays => records.Where(r => r.OpenedAt >= ten),
            StayBand.ThreeMonths => records.Where(r => r.OpenedAt < ten && r.OpenedAt >= three),
            StayBand.Longer => records.Where(r => r.OpenedAt < three),
            _ => records,
        };
    }

    /// <summary>The rows of these ids that pass the filter, in the order of the ids.</summary>
    private async Task<IReadOnlyList<RecordRow>> RowsAsync(Caller caller, RecordKind kind, RecordFilter filter, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var records = await Narrow(caller, kind, filter).AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var waiting = await db.MatchesFor(caller).Where(m => (ids.Contains(m.PersonId) || ids.Contains(m.ReportId)) && (m.State == MatchState.Proposed || m.State == MatchState.UnderReview || m.State == MatchState.AwaitingSecond))
            .Select(m => new { m.PersonId, m.ReportId }).ToListAsync(ct);
        var counts = waiting.GroupBy(m => kind == RecordKind.Stranded ? m.PersonId : m.ReportId).ToDictionary(g => g.Key, g => g.Count());
        var now = clock.GetUtcNow();
        return [.. ids.Where(records.ContainsKey).Select(id => RowOf.Record(records[id], words, now, counts.GetValueOrDefault(id))).Where(r => IsOf(filter.Sex, records[r.Id], r) && IsIn(filter.Age, records[r.Id], now))];
    }

    private static bool IsOf(string? sex, CaseRecord record, RecordRow row) => sex switch
    {
        "M" or "F" => row.Sex == sex || record.Current(FactKind.Sex).Any(f => f.Understood == sex),
        "?" => row.Sex is null,
        _ => true,
    };

    private bool IsIn(AgeBand? band, CaseRecord record, DateTimeOffset now) => band is null || Ages.Today(record, DateOnly.FromDateTime(now.UtcDateTime), words).Any(a => band switch
    {
        AgeBand.Child => a.Low < Ages.Adult,
        AgeBand.Adult => a.High >= Ages.Adult && a.Low < 60,
        _ => a.High >= 60,
    });
}
