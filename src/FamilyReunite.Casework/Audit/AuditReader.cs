using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Audit;

/// <summary>Which rows of the audit chain to show; nothing in it is personal, it may stand in an address.</summary>
/// <param name="Action">An action ("review.confirm") or its beginning ("review").</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Before">Rows below this sequence; null from the newest.</param>
public sealed record AuditFilter(Guid? Account = null, string? Action = null, Guid? Record = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, long? Before = null)
{
    public const int PageSize = 50;
}

/// <param name="Who">The account's name, or null when the system acted.</param>
public sealed record AuditRow(AuditEntry Entry, string? Who, string? Organisation);

/// <param name="Next">Give it as <see cref="AuditFilter.Before"/> to read on; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>Who did what to which record, when, from where: for auditors alone.</summary>
public sealed class AuditReader(ReuniteDb db)
{
    /// <summary>Null when the caller is no auditor.</summary>
    public async Task<AuditPage?> ReadAsync(Caller caller, AuditFilter filter, CancellationToken ct)
    {
        if (caller.Role != Role.Auditor) return null;
        var entries = await Filter(filter).OrderByDescending(a => a.Sequence).Take(AuditFilter.PageSize + 1).ToListAsync(ct);
        var shown = entries.Take(AuditFilter.PageSize).ToList();
        var actors = shown.Select(a => a.Actor).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => actors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var houses = await HousesAsync(ct);
        return new AuditPage(
            [.. shown.Select(a => new AuditRow(a, a.Actor is { } actor ? names.GetValueOrDefault(actor, actor.ToString("D")) : null, a.OrganisationId is { } o ? houses.GetValueOrDefault(o) : null))],
            entries.Count > shown.Count ? shown[^1].Sequence : null);
    }

    /// <summary>Accounts that stand in the chain, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AccountsAsync(Caller caller, CancellationToken ct)
    {
        if (caller.Role != Role.Auditor) return [];
        var accounts = await db.Users.AsNoTracking().OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return [.. accounts.Select(a => (a.Id, a.DisplayName))];
    }

    /// <summary>The actions that occur, in order.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync(Caller caller, CancellationToken ct) =>
        caller.Role != Role.Auditor ? [] : await db.AuditEntries.AsNoTracking().Select(a => a.Action).Distinct().OrderBy(a => a).ToListAsync(ct);

    internal IQueryable<AuditEntry> Filter(AuditFilter f)
    {
        var rows = db.AuditEntries.AsNoTracking();
        if (f.Account is { } account) rows = rows.Where(a => a.Actor == account);
        if (f.Action is { Length: > 0 } action) rows = rows.Where(a => a.Action == action || a.Action.StartsWith(action + "."));
        if (f.Record is { } record) rows = rows.Where(a => a.SubjectId == record);
        if (f.From is { } from) rows = rows.Where(a => a.At >= from);
        if (f.Until is { } until) rows = rows.Where(a => a.At < until);
        return f.Before is { } before ? rows.Where(a => a.Sequence < before) : rows;
    }

    internal Task<Dictionary<Guid, string>> HousesAsync(CancellationToken ct) => db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
}
