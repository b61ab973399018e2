using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

public enum TimelineKind { Fact, Attachment, Decision, Trip, Record, View }

/// <param name="Who">Name of the account; null for the system.</param>
/// <param name="Key">What happened: a fact's or attachment's kind, a decision's action, a trip event's kind, an audit action.</param>
/// <param name="Text">Verbatim words that belong to it; null when there are none.</param>
/// <param name="Subject">The fact, attachment, match or trip.</param>
public sealed record TimelineItem(DateTimeOffset At, TimelineKind Kind, string? Who, string Key, string? Text, Guid? Subject);

/// <summary>Everything that happened to a record, newest first.</summary>
public sealed class TimelineReader(ReuniteDb db, RecordReader records)
{
    private const int MostAuditRows = 300;

    /// <param name="record">One that the caller has been shown.</param>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(Caller caller, CaseRecord record, CancellationToken ct)
    {
        var all = new List<(DateTimeOffset At, TimelineKind Kind, Guid? By, string Key, string? Text, Guid? Subject)>();
        all.AddRange(record.FactsFor(caller).Where(f => f.Kind != FactKind.ReporterContact).Select(f => (f.RecordedAt, TimelineKind.Fact, f.RecordedBy, f.Kind.ToString(), (string?)f.AsHeard, (Guid?)f.Id)));
        all.AddRange(record.Attachments.Select(a => (a.AddedAt, TimelineKind.Attachment, a.AddedBy, a.Kind.ToString(), (string?)a.FileName, (Guid?)a.Id)));
        var deleted = await db.DeletedPictures.AsNoTracking().Where(d => d.RecordId == record.Id).ToListAsync(ct);
        // why is for those who keep the record
        all.AddRange(deleted.Select(d => (d.At, TimelineKind.Attachment, (Guid?)d.By, "PhotoDeleted", record.OrganisationId == caller.OrganisationId ? d.Reason : null, (Guid?)d.Id)));
        var matches = await db.MatchesFor(caller).AsNoTracking().Include(m => m.Decisions).Where(m => m.PersonId == record.Id || m.ReportId == record.Id).ToListAsync(ct);
        all.AddRange(matches.SelectMany(m => m.Decisions.Select(d => (d.At, TimelineKind.Decision, (Guid?)d.By, d.Action.ToString(), m.State == Domain.Candidates.MatchState.AwaitingSecond ? null : d.Text, (Guid?)m.Id))));
        var trips = await db.TripsFor(caller).AsNoTracking().Include(t => t.Events).Where(t => t.PersonId == record.Id).ToListAsync(ct);
        all.AddRange(trips.SelectMany(t => t.Events.Select(e => (e.At, TimelineKind.Trip, e.By, e.Kind.ToString(), e.Text, (Guid?)t.Id))));
        // steps of a review stand with their pair, for those who may see it
        var audit = await db.AuditEntries.AsNoTracking().Where(a => a.SubjectId == record.Id && !a.Action.EndsWith(".facts-saved") && !a.Action.EndsWith(".attached") && !a.Action.EndsWith(".picture-marked") && !a.Action.EndsWith(".picture-deleted") && a.Action != "face.forgotten" && !a.Action.StartsWith("review.")).OrderByDescending(a => a.Sequence).Take(MostAuditRows).ToListAsync(ct);
        all.AddRange(audit.Select(a => (a.At, a.Action.EndsWith("viewed", StringComparison.Ordinal) ? TimelineKind.View : TimelineKind.Record, a.Actor, a.Action, (string?)null, (Guid?)null)));
        var names = await records.NamesAsync([.. all.Select(i => i.By).OfType<Guid>()], ct);
        return [.. all.OrderByDescending(i => i.At).Select(i => new TimelineItem(i.At, i.Kind, i.By is { } by ? names.GetValueOrDefault(by) : null, i.Key, i.Text, i.Subject))];
    }
}
