using System.Globalization;
using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Audit;

/// <param name="At">When the chain was walked.</param>
/// <param name="By">Account that asked for it.</param>
public sealed record ChainState(AuditVerdict Verdict, DateTimeOffset At, Guid? By);

/// <summary>Walks the audit chain when an auditor asks and keeps the verdict as a row of the chain itself.</summary>
public sealed class ChainCheck(ReuniteDb db, AuditVerifier verifier, ChangeWriter writer, TimeProvider clock)
{
    private const string Action = "audit.verified";

    /// <returns><c>audit.not-found</c> when the caller is no auditor.</returns>
    public async Task<Outcome<ChainState>> RunAsync(Caller caller, Guid writeId, CancellationToken ct)
    {
        if (caller.Role != Role.Auditor) return new Problem("audit.not-found");
        var verdict = await verifier.VerifyAsync(ct);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{verdict.Fault} {verdict.Rows} {verdict.BrokenAt}").TrimEnd();
        await writer.SaveAsync(new ChangeNote(writeId, caller.Actor, Action, "audit", null, detail), ct);
        return new ChainState(verdict, clock.GetUtcNow(), caller.AccountId);
    }

    /// <summary>The newest verdict that was kept; null when the chain was never walked.</summary>
    public async Task<ChainState?> LastAsync(Caller caller, CancellationToken ct)
    {
        if (caller.Role != Role.Auditor) return null;
        var row = await db.AuditEntries.AsNoTracking().Where(a => a.Action == Action).OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(ct);
        var parts = (row?.Detail ?? "").Split(' ');
        if (row is null || parts.Length < 2 || !Enum.TryParse<AuditFault>(parts[0], out var fault) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rows)) return null;
        long? brokenAt = parts.Length > 2 && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
        return new ChainState(new AuditVerdict(rows, fault, brokenAt), row.At, row.Actor);
    }
}
