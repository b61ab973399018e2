using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>The steps that people took on the pairs of a record.</summary>
public sealed class HistoryReader(ReuniteDb db)
{
    /// <summary>Steps on every pair of the person or the report that the caller may see, newest first.</summary>
    /// <param name="personId">Null to read the report's alone.</param>
    /// <param name="reportId">Null to read the person's alone.</param>
    /// <param name="thisPair">The pair that is open before the reader.</param>
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(Caller caller, Guid? personId, Guid? reportId, Guid? thisPair, CancellationToken ct)
    {
        var matches = await db.ReviewableFor(caller).AsNoTracking().Include(m => m.Decisions)
            .Where(m => (m.PersonId == personId || m.ReportId == reportId) && m.Decisions.Any()).ToListAsync(ct);
        var by = matches.SelectMany(m => m.Decisions).Select(d => d.By).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var houses = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. matches.SelectMany(m => m.Decisions.Select(d => Line(m, d)))
            .OrderByDescending(x => x.Line.At).ThenByDescending(x => x.Id).Select(x => x.Line)];

        (Guid Id, HistoryLine Line) Line(CandidateMatch m, Decision d)
        {
            var hidden = m.FirstConfirmation?.Id == d.Id && d.By != caller.AccountId;
            return (d.Id, new HistoryLine(m.Id, m.Id == thisPair, d.At, names.GetValueOrDefault(d.By, ""), houses.GetValueOrDefault(d.OrganisationId, ""), d.Action, d.Reason, hidden ? null : d.Text, hidden));
        }
    }
}
