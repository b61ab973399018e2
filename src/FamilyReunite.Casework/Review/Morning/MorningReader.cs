using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review.Morning;

/// <summary>What is new since the last finished night began: by the night itself and by the records saved since.</summary>
public sealed class MorningReader(ReuniteDb db, ReviewQueue queue, NightReader night)
{
    /// <summary>A rise of the probability that a reviewer should hear of although the word stays the same.</summary>
    public const double NoticeableStep = .05;

    public async Task<MorningView> ReadAsync(Caller caller, CancellationToken ct)
    {
        var report = await night.ReadAsync(ct);
        var since = await night.LastDoneAsync(ct);
        var from = since ?? DateTimeOffset.UnixEpoch;
        var changed = await db.ReviewableFor(caller).AsNoTracking().Where(m => m.EvidenceChangedAt >= from && (m.Probability >= ReviewQueue.Least || m.EarlierProbability >= ReviewQueue.Least || m.State == MatchState.UnderReview || m.State == MatchState.AwaitingSecond))
            .Select(m => new Change(m.Id, m.State, m.Probability, m.EarlierProbability, m.RejectedFingerprint != null && m.RejectedFingerprint != m.Fingerprint, m.FirstProposedAt, m.EvidenceChangedAt)).ToListAsync(ct);
        var open = changed.Where(c => c.State is MatchState.Proposed or MatchState.UnderReview or MatchState.AwaitingSecond).ToList();
        var fresh = open.Where(c => c.FirstProposedAt >= from && !c.WasRejected).ToList();
        var stronger = open.Where(c => (c.FirstProposedAt < from || c.WasRejected) && IsStronger(c)).ToList();
        var withdrawn = changed.Where(c => c.State == MatchState.Withdrawn && c.FirstProposedAt < from).ToList();
        return new MorningView(report, since, await RowsAsync(caller, fresh, ct), await RowsAsync(caller, stronger, ct), await RowsAsync(caller, withdrawn, ct));
    }

    private static bool IsStronger(Change c) => c.WasRejected
        || (c.Earlier is { } earlier && (c.Probability - earlier >= NoticeableStep || ProbabilityBands.Of(c.Probability) > ProbabilityBands.Of(earlier)));

    private async Task<MorningList> RowsAsync(Caller caller, List<Change> changes, CancellationToken ct)
    {
        var shown = changes.OrderByDescending(c => c.Probability).ThenBy(c => c.Id).Take(MorningView.MaxRows).ToDictionary(c => c.Id);
        var rows = await queue.RowsAsync(caller, [.. shown.Keys], ct);
        return new MorningList([.. rows.Select(r => new MorningRow(r, shown[r.Id].Earlier, shown[r.Id].WasRejected, shown[r.Id].ChangedAt))], changes.Count);
    }

    private sealed record Change(Guid Id, MatchState State, double Probability, double? Earlier, bool WasRejected, DateTimeOffset FirstProposedAt, DateTimeOffset ChangedAt);
}
