using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Intake;

/// <summary>Saves what is typed about a person, a report or a street contact: one field at a time or a whole form, by the organisation that keeps the record.</summary>
public sealed class IntakeDesk(ReuniteDb db, ChangeWriter writer, FactReading reading, TimeProvider clock)
{
    /// <summary>Colleagues' saves that may come between; each time the form is laid on anew.</summary>
    private const int Attempts = 4;

    /// <summary>Autosave of one line.</summary>
    public Task<Outcome<FormSaved>> SaveFactAsync(Caller caller, Guid writeId, RecordKind kind, Guid recordId, FactStatement statement, CancellationToken ct) =>
        SaveFormAsync(caller, new IntakeForm(writeId, kind, recordId, [statement]), ct);

    /// <returns><c>record.not-found</c> for a record of somebody else, <c>record.busy</c> when colleagues kept coming between; everything else is told line by line.</returns>
    public async Task<Outcome<FormSaved>> SaveFormAsync(Caller caller, IntakeForm form, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                if (await TryAsync(caller, form, ct) is { } outcome) return outcome;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // two requests made the record or a line of it at the same moment; the next round finds it there
            }
            db.ChangeTracker.Clear();
        }
        return new Problem("record.busy");
    }

    /// <summary>True when this caller may write records of that kind at all.</summary>
    public static bool MayWrite(Caller caller, RecordKind kind) => caller.KeepsPeople || (caller.IsLiaison && kind == RecordKind.Missing);

    private async Task<Outcome<FormSaved>?> TryAsync(Caller caller, IntakeForm form, CancellationToken ct)
    {
        if (!MayWrite(caller, form.Kind) || form.RecordId == Guid.Empty) return (Outcome<FormSaved>)new Problem("record.not-found");
        var now = clock.GetUtcNow();
        var record = await FindAsync(form.RecordId, ct);
        if (record is not null && (record.Kind != form.Kind || record.OrganisationId != caller.OrganisationId)) return (Outcome<FormSaved>)new Problem("record.not-found");
        var isNew = record is null;
        record ??= Make(caller, form, now);
        if (isNew) db.Add(record);
        var laid = new FormLaying(reading, caller, now).Lay(record, form);
        if (laid.Changed || isNew)
        {
            var verb = isNew ? ".created" : laid.Opened ? ".opened" : ".facts-saved";
            var note = new ChangeNote(form.WriteId, caller.Actor, Subject(record.Kind) + verb, Subject(record.Kind), record.Id, laid.Detail);
            var result = await writer.SaveAsync(note, ct, record);
            if (result == WriteResult.Conflict) return null;
            if (result == WriteResult.Repeated) record = await FindAsync(form.RecordId, ct) ?? record;
        }
        return (Outcome<FormSaved>)new FormSaved(record.Id, record.Version, record.Status, now, laid.Saved, laid.Problems, laid.Conflicts);
    }

    private Task<CaseRecord?> FindAsync(Guid id, CancellationToken ct) => db.Records.Include(r => r.Facts).SingleOrDefaultAsync(r => r.Id == id, ct);

    private static CaseRecord Make(Caller caller, IntakeForm form, DateTimeOffset now)
    {
        CaseRecord record = form.Kind switch
        {
            RecordKind.Stranded => new StrandedPerson(form.RecordId, caller.OrganisationId, caller.District, now),
            RecordKind.Missing => new MissingReport(form.RecordId, caller.OrganisationId, caller.District, now),
            _ => new FieldContact(form.RecordId, caller.OrganisationId, caller.District, now),
        };
        record.Status = form.Kind == RecordKind.FieldContact ? RecordStatus.Open : RecordStatus.Draft;
        return record;
    }

    /// <summary>What the audit chain calls a record of this kind.</summary>
    public static string Subject(RecordKind kind) => kind switch { RecordKind.Stranded => "person", RecordKind.Missing => "report", _ => "contact" };
}
