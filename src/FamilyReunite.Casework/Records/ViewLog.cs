using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <summary>Notes in the audit chain who looked at what; the same look again within a quarter of an hour is one look.</summary>
public sealed class ViewLog(IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <param name="action">For example <c>person.viewed</c>.</param>
    /// <param name="subjectKind">"person", "report", "contact" or "attachment".</param>
    public async Task NoteAsync(Caller caller, string action, string subjectKind, Guid subject, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var since = now - OneLook;
        if (await db.AuditEntries.AnyAsync(a => a.SubjectId == subject && a.Actor == caller.AccountId && a.Action == action && a.At > since, ct)) return;
        await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(now), caller.Actor, action, subjectKind, subject), ct);
    }
}
