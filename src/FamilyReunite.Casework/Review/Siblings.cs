using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>The other pairs of two records: a person has one family, a report seeks one person.</summary>
internal sealed class Siblings(ReuniteDb db, TimeProvider clock)
{
    /// <summary>True when one of the two records is confirmed in another pair.</summary>
    public Task<bool> AnyConfirmedAsync(CandidateMatch match, CancellationToken ct) => Of(match).AnyAsync(m => m.State == MatchState.Confirmed, ct);

    /// <summary>Takes the open pairs out. Where somebody already confirmed once, people decide.</summary>
    public async Task<IReadOnlyList<CandidateMatch>> SetAsideAsync(CandidateMatch confirmed, Decision by, CancellationToken ct)
    {
        var open = await Of(confirmed).Include(m => m.Decisions).Where(m => m.State == MatchState.Proposed || m.State == MatchState.UnderReview).ToListAsync(ct);
        return [.. open.Where(m => m.SetAside(Step(by)))];
    }

    /// <summary>Proposes again what was set aside, unless the pair's other record has been confirmed elsewhere meanwhile.</summary>
    public async Task<IReadOnlyList<CandidateMatch>> RestoreAsync(CandidateMatch undone, Decision by, CancellationToken ct)
    {
        var id = undone.Id;
        var aside = await Of(undone).Include(m => m.Decisions)
            .Where(m => m.State == MatchState.Withdrawn && m.Decisions.Any(d => d.Action == DecisionAction.SetAside)
                && !db.CandidateMatches.Any(c => c.Id != id && c.State == MatchState.Confirmed && (c.PersonId == m.PersonId || c.ReportId == m.ReportId)))
            .ToListAsync(ct);
        return [.. aside.Where(m => m.Restore(Step(by)))];
    }

    private IQueryable<CandidateMatch> Of(CandidateMatch match)
    {
        var (id, person, report) = (match.Id, match.PersonId, match.ReportId);
        return db.CandidateMatches.Where(m => m.Id != id && (m.PersonId == person || m.ReportId == report));
    }

    // a step of its own on each pair, without the words that were written about another family
    private Decision Step(Decision by) => by with { Id = Guid.CreateVersion7(clock.GetUtcNow()), Text = null, Reason = null };
}
