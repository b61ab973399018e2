using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <param name="Last">The latest visit; null before the first.</param>
public sealed record ContactRow(RecordRow Row, FieldVisit? Last, int Visits);

/// <summary>Street contacts by when they are to be visited next: overdue first, those without a date last.</summary>
public sealed class VisitList(ReuniteDb db, ReadWords words, TimeProvider clock)
{
    /// <param name="dueBy">Only contacts to be visited by that day; null for all that are open.</param>
    public async Task<IReadOnlyList<ContactRow>> ListAsync(Caller caller, DateOnly? dueBy, CancellationToken ct)
    {
        var contacts = await db.ContactsFor(caller).AsNoTracking().Include(c => c.Visits).Include(c => c.Facts).Include(c => c.Attachments).Where(c => c.Status != RecordStatus.Closed).ToListAsync(ct);
        return [.. contacts.Where(c => dueBy is null || c.NextVisit <= dueBy)
            .OrderBy(c => c.NextVisit ?? DateOnly.MaxValue).ThenBy(c => c.Id)
            .Select(c => new ContactRow(RowOf.Record(c, words, clock.GetUtcNow(), 0), c.Visits.MaxBy(v => v.At), c.Visits.Count))];
    }
}
