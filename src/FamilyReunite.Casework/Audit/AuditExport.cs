using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FamilyReunite.Casework.Access;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
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
        await using var text = new StreamWriter(output, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
        foreach (var column in Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var a in reader.Filter(filter with { Before = null }).OrderBy(x => x.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            csv.WriteField(a.Sequence);
            csv.WriteField(a.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            csv.WriteField(a.Actor);
            csv.WriteField(a.ActorRole);
            csv.WriteField(a.OrganisationId is { } o ? houses.GetValueOrDefault(o) : null);
            csv.WriteField(a.Action);
            csv.WriteField(a.SubjectKind);
            csv.WriteField(a.SubjectId);
            csv.WriteField(a.Detail);
            csv.WriteField(a.Hash);
            await csv.NextRecordAsync();
        }
        return Done.Instance;
    }
}
