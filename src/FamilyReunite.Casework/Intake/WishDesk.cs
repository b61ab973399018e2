using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Review;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Intake;

/// <summary>Records that a person does not want to be found, or no longer minds. The reason stays in the record as the person's own words.</summary>
public sealed class WishDesk(ReuniteDb db, ChangeWriter writer, ReviewService review, TimeProvider clock)
{
    private const string OwnWish = "本人意愿 · the person's own wish";

    private static readonly TripState[] OnTheWay = [TripState.UnderWay, TripState.HandedOver, TripState.Returned];

    /// <summary>A confirmation before the departure is undone with it, so that the family's report looks like one without a match. Problems: record.reason-needed, record.not-found, record.conflict.</summary>
    public async Task<Outcome<Done>> SetAsync(Caller caller, Guid writeId, Guid personId, bool doesNotWantToBeFound, string? reason, CancellationToken ct)
    {
        var person = caller.KeepsPeople ? await db.StrandedPersons.Include(p => p.Facts).SingleOrDefaultAsync(p => p.Id == personId && p.OrganisationId == caller.OrganisationId, ct) : null;
        if (person is null) return new Problem("record.not-found");
        if (string.IsNullOrWhiteSpace(reason)) return new Problem("record.reason-needed", "Reason");
        if (FactCheck.Find(new FactStatement(default, FactKind.Circumstances, reason), null, default) is { } problem) return problem with { Field = "Reason" };
        if (person.DoesNotWantToBeFound == doesNotWantToBeFound) return Done.Instance;
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (doesNotWantToBeFound && !await ReopenAsync(caller, personId, ct)) return new Problem("record.conflict");
        person.DoesNotWantToBeFound = doesNotWantToBeFound;
        person.Add(new Fact(Guid.CreateVersion7(now), FactKind.Circumstances, reason.Trim(), null, FactSource.SaidByPerson, null, caller.AccountId, now));
        var note = new ChangeNote(writeId, caller.Actor, doesNotWantToBeFound ? "person.wish-not-found" : "person.wish-lifted", "person", person.Id);
        if (await writer.SaveAsync(note, ct, person) == WriteResult.Conflict) return new Problem("record.conflict");
        await transaction.CommitAsync(ct);
        return Done.Instance;
    }

    private async Task<bool> ReopenAsync(Caller caller, Guid personId, CancellationToken ct)
    {
        if (await db.EscortTrips.AnyAsync(t => t.PersonId == personId && OnTheWay.Contains(t.State), ct)) return true;
        var confirmed = await db.CandidateMatches.Where(m => m.PersonId == personId && m.State == MatchState.Confirmed).Select(m => m.Id).ToListAsync(ct);
        foreach (var match in confirmed)
            if (!(await review.ReopenAsync(caller, match, Guid.CreateVersion7(clock.GetUtcNow()), OwnWish, ct)).Succeeded) return false;
        return true;
    }
}
