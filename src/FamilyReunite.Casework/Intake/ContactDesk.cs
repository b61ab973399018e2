using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Intake;

/// <summary>Street contacts: visits are added, and one day the person comes in.</summary>
public sealed class ContactDesk(ReuniteDb db, ChangeWriter writer, TimeProvider clock)
{
    /// <summary>Adds a visit. Problems: record.place-needed, record.visit-in-future, record.next-visit-past, record.not-found, record.conflict.</summary>
    public async Task<Outcome<Done>> VisitAsync(Caller caller, Guid writeId, Guid contactId, FieldVisit visit, CancellationToken ct)
    {
        if (await FindAsync(caller, contactId, ct) is not { } contact) return new Problem("record.not-found");
        if (Check(visit) is { } problem) return problem;
        if (!contact.Add(visit with { RecordedBy = caller.AccountId })) return Done.Instance;
        var note = new ChangeNote(writeId, caller.Actor, "contact.visited", "contact", contact.Id);
        return await writer.SaveAsync(note, ct, contact) == WriteResult.Conflict ? new Problem("record.conflict") : Done.Instance;
    }

    /// <summary>The person came in: a record of a stranded person carries every current fact and file over, the contact is closed and stays readable.</summary>
    /// <param name="personId">UUIDv7 made by the client; asking again with the same one changes nothing.</param>
    public async Task<Outcome<Guid>> BringInAsync(Caller caller, Guid writeId, Guid contactId, Guid personId, CancellationToken ct)
    {
        if (personId == Guid.Empty || await FindAsync(caller, contactId, ct) is not { } contact) return new Problem("record.not-found");
        if (await db.StrandedPersons.AnyAsync(p => p.Id == personId && p.OrganisationId == caller.OrganisationId, ct)) return personId;
        var now = clock.GetUtcNow();
        var person = new StrandedPerson(personId, caller.OrganisationId, caller.District, now) { CallName = contact.CallName, Status = RecordStatus.Draft };
        var files = contact.Attachments.ToDictionary(a => a.Id, _ => NewId(now));
        foreach (var f in contact.Facts.Where(f => f.IsCurrent))
            person.Add(new Fact(NewId(now), f.Kind, f.AsHeard, f.Understood, f.Source, f.SaidBy, f.RecordedBy, f.RecordedAt, f.Confidence, f.Answer) { Region = f.Region is { } r && files.TryGetValue(r.AttachmentId, out var photo) ? r with { AttachmentId = photo } : null });
        if (contact.Visits.MaxBy(v => v.At) is { } last && !person.Current(FactKind.FoundPlace).Any())
            person.Add(new Fact(NewId(now), FactKind.FoundPlace, last.Place, null, FactSource.Colleague, null, last.RecordedBy, last.At));
        foreach (var a in contact.Attachments) person.Attach(a with { Id = files[a.Id] });
        contact.Status = RecordStatus.Closed;
        db.Add(person);
        ChangeNote[] notes = [new(writeId, caller.Actor, "contact.brought-in", "contact", contact.Id), new(NewId(now), caller.Actor, "person.created", "person", person.Id, "from contact")];
        return await writer.SaveAsync(notes, [contact, person], ct) == WriteResult.Conflict ? new Problem("record.conflict") : personId;
    }

    private static Guid NewId(DateTimeOffset now) => Guid.CreateVersion7(now);

    private Problem? Check(FieldVisit visit)
    {
        if (string.IsNullOrWhiteSpace(visit.Place)) return new Problem("record.place-needed", "Place");
        if (visit.At > clock.GetUtcNow().AddMinutes(5)) return new Problem("record.visit-in-future", "At");
        if (visit.NextVisit is { } next && next < DateOnly.FromDateTime(visit.At.UtcDateTime)) return new Problem("record.next-visit-past", "NextVisit");
        foreach (var (text, field) in new[] { (visit.Place, "Place"), (visit.State, "State"), (visit.Supplies, "Supplies") })
        {
            if (VisibleText.HasHidden(text)) return new Problem("record.control-characters", field, new KindLabel(FactKind.FreeText));
            if (text.Length > Fact.MaxLength) return new Problem("record.too-long", field, new KindLabel(FactKind.FreeText), Fact.MaxLength);
        }
        return null;
    }

    private Task<FieldContact?> FindAsync(Caller caller, Guid id, CancellationToken ct) =>
        db.ContactsFor(caller).Include(c => c.Facts).Include(c => c.Attachments).Include(c => c.Visits).SingleOrDefaultAsync(c => c.Id == id, ct);
}
