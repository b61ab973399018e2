using System.Globalization;
using CsvHelper;
using FamilyReunite.Casework.Access;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Audit;

/// <summary>Audit rows as CSV without personal data: no names, no network addresses; accounts and records by their ids.</summary>
public sealed class AuditExport(AuditReader reader, ChangeWriter writer)
{
    private static readonly string[] Columns = ["sequence", "at_utc", "account", "role", "organisation", "action", "subject_kind", "subject", "detail", "hash"];

    /// <summary>Writes what the filter finds, oldest first, and notes in the chain that it was taken out.</summary>
    /// <returns><c>audit.not-found</c> when the caller is no auditor; then nothing was written.</returns>
    public async Task<Outcome<Done>> WriteAsync(Caller caller, AuditFilter filter, Guid writeId, Stream output, CancellationToken ct)
    {
        if (caller.Role != Role.Auditor) return new Problem("audit.not-found");
        if (await writer.SaveAsync(new ChangeNote(writeId, caller.Actor, "audit.exported", "audit", null), ct) == WriteResult.Conflict) return new Problem("audit.busy");
        var houses = await reader.HousesAsync(ct);
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, ct);
        await foreach (var a in reader.Filter(filter with { Before = null }).OrderBy(x => x.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            await csv.WriteRecordAsync(Fields(a, houses), ct);
        return Done.Instance;
    }

    private static string?[] Fields(AuditEntry a, Dictionary<Guid, string> houses) =>
    [
        a.Sequence.ToString(CultureInfo.InvariantCulture),
        a.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        a.Actor?.ToString("D"),
        a.ActorRole,
        a.OrganisationId is { } o ? houses.GetValueOrDefault(o) : null,
        a.Action,
        a.SubjectKind,
        a.SubjectId?.ToString("D"),
        a.Detail,
        a.Hash,
    ];
}
