using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <summary>Notes in the audit chain who looked at what; the same look again within a quarter of an hour is one look.</summary>
public sealed class ViewLog(IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <summary>Writers of other records move the end of the audit chain; more than a few in a row is no chance.</summary>
    private const int Attempts = 3;

    /// <param name="action">For example <c>person.viewed</c>.</param>
    /// <param name="subjectKind">"person", "report", "contact", "attachment", "match" or "trip".</param>
    /// <param name="everyTime">Each time counts by itself: a sheet of paper leaves the house.</param>
    /// <exception cref="InvalidOperationException">It could not be noted; then nothing may be shown.</exception>
    public async Task NoteAsync(Caller caller, string action, string subjectKind, Guid subject, CancellationToken ct, bool everyTime = false)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var now = clock.GetUtcNow();
            var since = now - OneLook;
            if (!everyTime && await db.AuditEntries.AnyAsync(a => a.SubjectId == subject && a.Actor == caller.AccountId && a.Action == action && a.At > since, ct)) return;
            if (await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(now), caller.Actor, action, subjectKind, subject), ct) != WriteResult.Conflict) return;
        }
        throw new InvalidOperationException("A look could not be noted.");
    }
}
