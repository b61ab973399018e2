using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <summary>A limit of the station's clocks that a person reaches soon.</summary>
public enum StayLimit { NoticeIn24Hours, TenDays, ThreeMonths }

/// <param name="Due">The moment at which the limit is reached.</param>
public sealed record DueLimit(RecordRow Row, StayLimit Limit, DateTimeOffset Due);

/// <summary>What a station's people have to do today.</summary>
/// <param name="Drafts">Unfinished records, newest change first.</param>
/// <param name="Limits">Soonest first.</param>
/// <param name="Visits">Street contacts to be visited by today.</param>
public sealed record StationToday(IReadOnlyList<RecordRow> Drafts, IReadOnlyList<DueLimit> Limits, IReadOnlyList<ContactRow> Visits);

/// <summary>Reads <see cref="StationToday"/>.</summary>
public sealed class StationDay(ReuniteDb db, VisitList visits, ReadWords words, TimeProvider clock)
{
    /// <summary>Days and months after entry (measures for the management of rescue of people in distress: publish within 24 hours, retained after 10 days, placement after 3 months).</summary>
    private const int RetainedDays = 10;

    private const int PlacementMonths = 3;
    private const int MostDrafts = 20;
    private static readonly TimeSpan TenDaysAhead = TimeSpan.FromDays(2);
    private static readonly TimeSpan MonthsAhead = TimeSpan.FromDays(7);

    /// <param name="today">In the station's zone.</param>
    public async Task<StationToday> ReadAsync(Caller caller, DateOnly today, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = db.Records.AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).Where(r => r.OrganisationId == caller.OrganisationId);
        var drafts = await own.Where(r => r.Status == RecordStatus.Draft).OrderByDescending(r => r.ChangedAt).Take(MostDrafts).ToListAsync(ct);
        var (day, ten, three) = (now.AddDays(-1), now.AddDays(-RetainedDays), now.AddMonths(-PlacementMonths));
        var (tenFrom, threeFrom) = (ten + TenDaysAhead, three + MonthsAhead);
        var near = await own.OfType<StrandedPerson>().Where(p => p.Status == RecordStatus.Open && (p.OpenedAt > day || (p.OpenedAt > ten && p.OpenedAt <= tenFrom) || (p.OpenedAt > three && p.OpenedAt <= threeFrom))).ToListAsync(ct);
        return new StationToday(
            [.. drafts.Select(d => RowOf.Record(d, words, now, 0))],
            [.. near.Select(p => Next(p, now)).OrderBy(l => l.Due).ThenBy(l => l.Row.Id)],
            await visits.ListAsync(caller, today, ct));
    }

    private DueLimit Next(StrandedPerson p, DateTimeOffset now)
    {
        var row = RowOf.Record(p, words, now, 0);
        if (p.OpenedAt.AddDays(1) > now) return new DueLimit(row, StayLimit.NoticeIn24Hours, p.OpenedAt.AddDays(1));
        if (p.OpenedAt.AddDays(RetainedDays) > now) return new DueLimit(row, StayLimit.TenDays, p.OpenedAt.AddDays(RetainedDays));
        return new DueLimit(row, StayLimit.ThreeMonths, p.OpenedAt.AddMonths(PlacementMonths));
    }
}
