using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>The open pairs that a caller may decide.</summary>
public sealed class ReviewQueue(ReuniteDb db, RecordLines lines)
{
    /// <summary>Calibrated probability from which an untouched pair asks for a reviewer's time: one in a hundred. Weaker ones wait on the person's page and under their own word in the filter.</summary>
    public const double Least = .01;

    public async Task<QueuePage> FindAsync(Caller caller, QueueFilter filter, CancellationToken ct)
    {
        var found = Filter(caller, filter);
        var total = await found.CountAsync(ct);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + QueueFilter.PageSize - 1) / QueueFilter.PageSize));
        var ids = await Order(found, filter.Order).Skip((page - 1) * QueueFilter.PageSize).Take(QueueFilter.PageSize).Select(m => m.Id).ToListAsync(ct);
        return new QueuePage(await RowsAsync(caller, ids, ct), total, page);
    }

    /// <summary>The pair behind <paramref name="after"/> in the order of the filter, the first one when it is not in it any more, null when none is left.</summary>
    public async Task<Guid?> NextAsync(Caller caller, QueueFilter filter, Guid after, CancellationToken ct)
    {
        var ids = await Order(Filter(caller, filter), filter.Order).Select(m => m.Id).Take(5000).ToListAsync(ct);
        var at = ids.IndexOf(after);
        var rest = at < 0 ? ids : [.. ids[(at + 1)..], .. ids[..at]];
        return rest.Count == 0 ? null : rest[0];
    }

    /// <summary>Rows in the order of the ids.</summary>
    internal async Task<IReadOnlyList<QueueRow>> RowsAsync(Caller caller, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var matches = await db.CandidateMatches.AsNoTracking().Include(m => m.Decisions).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var records = await lines.ReadAsync([.. matches.Values.SelectMany(m => new[] { m.PersonId, m.ReportId }).Distinct()], ct);
        var (persons, reports) = (matches.Values.Select(m => m.PersonId).ToList(), matches.Values.Select(m => m.ReportId).ToList());
        var confirmed = await db.CandidateMatches.AsNoTracking().Where(m => m.State == MatchState.Confirmed && (persons.Contains(m.PersonId) || reports.Contains(m.ReportId)))
            .Select(m => new { m.Id, m.PersonId, m.ReportId }).ToListAsync(ct);
        return [.. ids.Where(matches.ContainsKey).Select(id => matches[id]).Select(m => new QueueRow(
            m.Id, m.State, m.Probability, records[m.PersonId], records[m.ReportId],
            m.FirstConfirmation is { } first && first.By != caller.AccountId && first.OrganisationId != caller.OrganisationId,
            confirmed.Exists(c => c.Id != m.Id && (c.PersonId == m.PersonId || c.ReportId == m.ReportId))))];
    }

    private IQueryable<CandidateMatch> Filter(Caller caller, QueueFilter f)
    {
        var matches = db.ReviewableFor(caller).AsNoTracking().Open();
        if (f.Band is null) matches = matches.Where(m => m.Probability >= Least || m.State != MatchState.Proposed);
        if (f.State is { } state) matches = matches.Where(m => m.State == state);
        if (f.Band is { } band)
        {
            var (low, high) = ProbabilityBands.Range(band);
            // the bound .95 belongs to the word below it, every other bound to the word above
            matches = band switch
            {
                ProbabilityBand.AlmostCertain => matches.Where(m => m.Probability > low),
                ProbabilityBand.VeryLikely => matches.Where(m => m.Probability >= low && m.Probability <= high),
                _ => matches.Where(m => m.Probability >= low && m.Probability < high),
            };
        }
        var (me, organisation) = (caller.AccountId, caller.OrganisationId);
        if (f.MyTurn)
            matches = matches.Where(m => m.State == MatchState.AwaitingSecond && m.Decisions.Where(d => d.Action == DecisionAction.Confirm).OrderByDescending(d => d.At).Take(1).Any(d => d.By != me && d.OrganisationId != organisation));
        if (f.OwnOnly)
            matches = matches.Where(m => db.Records.Any(r => (r.Id == m.PersonId || r.Id == m.ReportId) && r.OrganisationId == organisation));
        return matches;
    }

    private IQueryable<CandidateMatch> Order(IQueryable<CandidateMatch> matches, QueueOrder order)
    {
        var aged = matches.Join(db.StrandedPersons, m => m.PersonId, p => p.Id, (m, p) => new { Match = m, p.OpenedAt });
        var ordered = order == QueueOrder.Age
            ? aged.OrderBy(x => x.OpenedAt).ThenByDescending(x => x.Match.Probability)
            : aged.OrderByDescending(x => x.Match.Probability).ThenBy(x => x.OpenedAt);
        return ordered.ThenBy(x => x.Match.Id).Select(x => x.Match);
    }
}
