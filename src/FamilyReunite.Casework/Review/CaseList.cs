using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>Which people and reports to list.</summary>
/// <param name="Kind">Null for both.</param>
/// <param name="Words">Words that stand somewhere in a record; personal, so they never travel in an address.</param>
/// <param name="OpenPairsOnly">Only records with a pair that waits for somebody.</param>
/// <param name="Page">From 1.</param>
public sealed record CaseListFilter(RecordKind? Kind = null, RecordStatus? Status = null, Guid? Organisation = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, bool OpenPairsOnly = false, string? Words = null, int Page = 1)
{
    public const int PageSize = 30;
}

/// <param name="Pairs">Open pairs of the record that the caller may see.</param>
/// <param name="BestPair">The most probable of them.</param>
public sealed record CaseListRow(RecordLine Line, string Organisation, int Pairs, Guid? BestPair);

public sealed record CaseListPage(IReadOnlyList<CaseListRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + CaseListFilter.PageSize - 1) / CaseListFilter.PageSize);
}

/// <summary>The people and reports of a caller's district, newest first.</summary>
public sealed class CaseList(ReuniteDb db, RecordLines lines)
{
    public async Task<CaseListPage> FindAsync(Caller caller, CaseListFilter filter, CancellationToken ct)
    {
        var found = Filter(caller, filter);
        var total = await found.CountAsync(ct);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + CaseListFilter.PageSize - 1) / CaseListFilter.PageSize));
        var records = await found.OrderByDescending(r => r.OpenedAt).ThenBy(r => r.Id).Skip((page - 1) * CaseListFilter.PageSize).Take(CaseListFilter.PageSize)
            .Select(r => new { r.Id, r.OrganisationId }).ToListAsync(ct);
        var ids = records.Select(r => r.Id).ToList();
        var read = await lines.ReadAsync(ids, ct);
        var houses = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var pairs = await db.ReviewableFor(caller).AsNoTracking().Open().Where(m => ids.Contains(m.PersonId) || ids.Contains(m.ReportId))
            .OrderByDescending(m => m.Probability).Select(m => new { m.Id, m.PersonId, m.ReportId }).ToListAsync(ct);
        return new CaseListPage([.. records.Select(r =>
        {
            var own = pairs.FindAll(m => m.PersonId == r.Id || m.ReportId == r.Id);
            return new CaseListRow(read[r.Id], houses[r.OrganisationId], own.Count, own.Count == 0 ? null : own[0].Id);
        })], total, page);
    }

    private IQueryable<CaseRecord> Filter(Caller caller, CaseListFilter f)
    {
        var people = db.PeopleFor(caller).Where(p => !p.DoesNotWantToBeFound).Select(p => p.Id);
        var reports = db.ReportsFor(caller).Select(r => r.Id);
        var records = db.Records.AsNoTracking().Where(r => f.Kind == RecordKind.Missing ? reports.Contains(r.Id) : f.Kind == RecordKind.Stranded ? people.Contains(r.Id) : people.Contains(r.Id) || reports.Contains(r.Id));
        if (f.Status is { } status) records = records.Where(r => r.Status == status);
        if (f.Organisation is { } house) records = records.Where(r => r.OrganisationId == house);
        if (f.From is { } from) records = records.Where(r => r.OpenedAt >= from);
        if (f.Until is { } until) records = records.Where(r => r.OpenedAt < until);
        if (f.OpenPairsOnly)
        {
            var open = db.ReviewableFor(caller).Open();
            records = records.Where(r => open.Any(m => m.PersonId == r.Id || m.ReportId == r.Id));
        }
        foreach (var word in (f.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var like = "%" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            records = records.Where(r => r.Facts.Any(x => x.ReplacedBy == null && x.Kind != FactKind.ReporterContact && EF.Functions.Like(x.AsHeard, like, "\\"))
                || db.StrandedPersons.Any(p => p.Id == r.Id && EF.Functions.Like(p.CallName, like, "\\")));
        }
        return records;
    }
}
