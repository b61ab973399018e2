using System.Text.Json;
using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Demo;

/// <summary>Loads the sample organisations and records. Running it again adds what is missing and changes nothing else. Which person is which report is never loaded.</summary>
public sealed class DemoLoader(IDbContextFactory<ReuniteDb> databases, Importer importer, DemoContacts contacts, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly DateOnly NewestDay = new(2026, 12, 31);

    /// <summary>Recorded as who wrote.</summary>
    internal static Actor Actor { get; } = Actor.System("demo");

    /// <param name="folder">Null looks for it, see <see cref="DemoFolder"/>.</param>
    /// <param name="progress">In bytes of the sample.</param>
    /// <returns>Records added; or demo.no-samples, demo.samples-wrong.</returns>
    public async Task<Outcome<long>> LoadAsync(string? folder, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if ((folder ?? DemoFolder.Find()) is not { } from || !Directory.Exists(from)) return new Problem("demo.no-samples");
        await OrganisationsAsync(from, ct);
        (string File, RecordKind Kind)[] parts = [("stranded.jsonl", RecordKind.Stranded), ("missing.jsonl", RecordKind.Missing)];
        var total = parts.Sum(p => new FileInfo(Path.Combine(from, p.File)).Length);
        var (added, before) = (0L, 0L);
        foreach (var (file, kind) in parts)
        {
            var start = before;
            var path = Path.Combine(from, file);
            var result = await importer.RunAsync(new ImportRequest(path, kind, Actor, Today: Today()), progress is null ? null : new Part(progress, start, total), ct);
            if (result.Value is not { } done) return result.Problems.ToArray();
            if (done.Rejected > 0) return new Problem("demo.samples-wrong", null, file, done.Rejected);
            added += done.Added;
            before += new FileInfo(path).Length;
        }
        await AudioAsync(from, ct);
        return added + await contacts.LoadAsync(from, ct);
    }

    /// <summary>The sample stays whole on a machine whose clock is behind the day the sample was made.</summary>
    private DateOnly Today() => Importer.LatestToday(clock) is var today && today > NewestDay ? today : NewestDay;

    private async Task OrganisationsAsync(string folder, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "organisations.json"));
        var all = await JsonSerializer.DeserializeAsync<List<SampleOrganisation>>(file, Form, ct) ?? [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = await db.Organisations.Select(o => o.Id).ToListAsync(ct);
        var missing = all.Where(o => !held.Contains(o.Id)).ToList();
        if (missing.Count == 0) return;
        db.Organisations.AddRange(missing.Select(o => new Organisation(o.Id, Enum.Parse<OrganisationKind>(o.Kind), o.Name, o.District, o.Telephone, o.TimeZone)));
        await new ChangeWriter(db, clock).SaveAsync([.. missing.Select(o => new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor, "organisation.created", "Organisation", o.Id, o.Kind))], [], ct);
    }

    /// <summary>Clips are named after the person whose voice they stand for.</summary>
    private async Task AudioAsync(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(Path.Combine(folder, "audio"))) return;
        foreach (var clip in Directory.GetFiles(Path.Combine(folder, "audio")).Order(StringComparer.Ordinal))
            await importer.AttachAsync(RecordKind.Stranded, Path.GetFileNameWithoutExtension(clip).ToUpperInvariant(), folder, "audio/" + Path.GetFileName(clip), AttachmentKind.Audio, Actor, ct);
    }

    private sealed record SampleOrganisation(Guid Id, string Kind, string Name, string District, string? Telephone, string TimeZone);

    private sealed class Part(IProgress<WorkProgress> whole, long start, long total) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => whole.Report(new WorkProgress(start + value.Done, total));
    }
}
