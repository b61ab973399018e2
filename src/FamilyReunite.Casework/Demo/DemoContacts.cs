using System.Globalization;
using System.Text.Json.Nodes;
using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Demo;

/// <summary>Loads the sample's street contacts, their visits moved by whole days so that the newest was yesterday.</summary>
public sealed class DemoContacts(IDbContextFactory<ReuniteDb> databases, Importer importer, TimeProvider clock)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <returns>Contacts added; 0 when the contacts are there already, whatever day it is now.</returns>
    internal async Task<long> LoadAsync(string folder, CancellationToken ct)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(folder, "field-contacts.jsonl"), ct)).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        var held = await HeldAsync([.. lines.Select(SourceId)], ct);
        lines.RemoveAll(l => held.Contains(SourceId(l)));
        if (lines.Count == 0) return 0;
        var days = Math.Floor((clock.GetUtcNow().AddDays(-1) - lines.SelectMany(Visits).Max(At)).TotalDays);
        foreach (var visit in lines.SelectMany(Visits)) Move(visit, days);
        var moved = Path.Combine(Path.GetTempPath(), string.Create(Culture, $"reunite-contacts-{Guid.CreateVersion7(clock.GetUtcNow()):N}.jsonl"));
        try
        {
            await File.WriteAllLinesAsync(moved, lines.Select(l => l.ToJsonString()), ct);
            return (await importer.RunAsync(new ImportRequest(moved, RecordKind.FieldContact, DemoLoader.Actor), null, ct)).Value?.Added ?? 0;
        }
        finally
        {
            File.Delete(moved);
        }
    }

    private async Task<HashSet<string>> HeldAsync(IReadOnlyCollection<string> sourceIds, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.FieldContacts.Where(c => sourceIds.Contains(c.SourceId!)).Select(c => c.SourceId!).ToListAsync(ct)];
    }

    private static string SourceId(JsonObject line) => line["source_id"]!.GetValue<string>();

    private static IEnumerable<JsonObject> Visits(JsonObject line) => line["visits"]!.AsArray().Select(v => v!.AsObject());

    private static DateTimeOffset At(JsonObject visit) => DateTimeOffset.Parse(visit["at"]!.GetValue<string>(), Culture);

    private static void Move(JsonObject visit, double days)
    {
        visit["at"] = At(visit).AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:sszzz", Culture);
        if (visit["next_visit"]?.GetValue<string>() is { } next) visit["next_visit"] = DateOnly.ParseExact(next, "yyyy-MM-dd", Culture).AddDays((int)days).ToString("yyyy-MM-dd", Culture);
    }
}
