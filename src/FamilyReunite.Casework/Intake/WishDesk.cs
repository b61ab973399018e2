using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Intake;

/// <summary>Records that a person does not want to be found, or no longer minds. The reason stays in the record as the person's own words.</summary>
public sealed class WishDesk(ReuniteDb db, ChangeWriter writer, TimeProvider clock)
{
    /// <summary>Problems: record.reason-needed, record.not-found, record.conflict.</summary>
    public async Task<Outcome<Done>> SetAsync(Caller caller, Guid writeId, Guid personId, bool doesNotWantToBeFound, string? reason, CancellationToken ct)
    {
        var person = caller.KeepsPeople ? await db.StrandedPersons.Include(p => p.Facts).SingleOrDefaultAsync(p => p.Id == personId && p.OrganisationId == caller.OrganisationId, ct) : null;
        if (person is null) return new Problem("record.not-found");
        if (string.IsNullOrWhiteSpace(reason)) return new Problem("record.reason-needed", "Reason");
        if (FactCheck.Find(new FactStatement(default, FactKind.Circumstances, reason), null, default) is { } problem) return problem with { Field = "Reason" };
        if (person.DoesNotWantToBeFound == doesNotWantToBeFound) return Done.Instance;
        var now = clock.GetUtcNow();
        person.DoesNotWantToBeFound = doesNotWantToBeFound;
        person.Add(new Fact(Guid.CreateVersion7(now), FactKind.Circumstances, reason.Trim(), null, FactSource.SaidByPerson, null, caller.AccountId, now));
        var note = new ChangeNote(writeId, caller.Actor, doesNotWantToBeFound ? "person.wish-not-found" : "person.wish-lifted", "person", person.Id);
        return await writer.SaveAsync(note, ct, person) == WriteResult.Conflict ? new Problem("record.conflict") : Done.Instance;
    }
}
