using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Takes in a file of records. Rows are found again by their source id: the same file twice changes nothing, a stopped import is resumed by running it again.</summary>
public sealed class Importer(IDbContextFactory<ReuniteDb> databases, IPhotoReader photos, IAttachmentSniffer sniffer, IBlobStore blobs, TimeProvider clock, IDescriptionReader? words = null, OutboxSignal? signal = null)
{
    /// <summary>Records per transaction.</summary>
    public const int BatchSize = 200;

    /// <param name="progress">In bytes of the file.</param>
    /// <returns>Good rows are in, bad rows are named; or import.no-file, import.empty-file, import.not-text, import.map-*, import.no-columns, import.organisation-unknown when nothing could begin.</returns>
    public async Task<Outcome<ImportResult>> RunAsync(ImportRequest request, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var opened = await RowFile.OpenAsync(request, ct);
        if (opened.Value is not { } file) return opened.Problems.ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var choice = await OrganisationChoice.LoadAsync(db, request, clock, ct);
        if (choice.Value is not { } organisations) return choice.Problems.ToArray();
        var reader = new RowReader(request.Kind, request.Today ?? LatestToday(clock), words);
        var files = new RowFiles(Path.GetDirectoryName(Path.GetFullPath(request.Path))!, photos, sniffer, blobs, clock);
        var writer = new BatchWriter(databases, clock, signal, request.Kind, request.Actor);
        var used = new UsedPhotos(databases, request.Kind);
        var tally = new ImportTally(organisations);
        var batch = new List<SourceRow>(BatchSize);
        var writing = Task.CompletedTask;
        await foreach (var row in file.ReadAsync(ct))
        {
            batch.Add(row);
            if (batch.Count < BatchSize) continue;
            writing = await NextAsync(writing, batch);
            progress?.Report(new WorkProgress(file.Position, file.Length));
        }
        await await NextAsync(writing, batch);
        tally.Unknown(file.Map);
        progress?.Report(new WorkProgress(file.Length, file.Length));
        return tally.Rows > 0 && tally.NothingKnown ? new Problem("import.no-columns", "file") : tally.Result(file.EncodingName);

        // one batch is read while the one before is written; batches are written in order
        async Task<Task> NextAsync(Task before, List<SourceRow> rows)
        {
            var read = new ReadRow[rows.Count];
            Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = ct }, i => read[i] = reader.Read(rows[i]));
            tally.Count(rows);
            rows.Clear();
            await before;
            return Task.Run(() => WriteAsync(read), ct);
        }

        async Task WriteAsync(ReadRow[] read)
        {
            var drafts = new List<(RecordDraft Draft, IReadOnlyList<TakenFile> Files)>();
            foreach (var r in read)
            {
                tally.Add(r);
                if (r.Draft is { } draft) drafts.Add((draft, await FilesAsync(files, draft, tally, ct)));
            }
            tally.Add(await writer.WriteAsync([.. drafts.Select(d => (d.Draft, (IReadOnlyList<Attachment>)[.. d.Files.Select(f => f.Attachment)]))], organisations, ct));
            foreach (var (_, taken) in drafts) await files.SettleAsync(databases, taken, ct);
            foreach (var (draft, taken) in drafts.Where(d => d.Files.Any(f => f.Photo is not null))) await used.WarnAsync(draft, taken, tally, ct);
        }
    }

    /// <summary>Adds one file to a record that is there; the same file again changes nothing. Problems: import.record-unknown and those of files.</summary>
    /// <param name="path">Inside <paramref name="folder"/>.</param>
    public async Task<Outcome<Done>> AttachAsync(RecordKind kind, string sourceId, string folder, string path, AttachmentKind attachment, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await OrganisationChoice.LoadAsync(db, new ImportRequest(path, kind, actor), clock, ct) is not { Value: { } organisations }) return new Problem("import.organisation-unknown");
        if (!await db.Records.AnyAsync(r => r.SourceId == sourceId && EF.Property<string>(r, "RecordKind") == kind.ToString(), ct)) return new Problem("import.record-unknown");
        var taken = await new RowFiles(folder, photos, sniffer, blobs, clock).TakeAsync(new FileDraft(attachment, "file", path), ct);
        if (taken.Value is not { } file) return taken.Problems.ToArray();
        await new BatchWriter(databases, clock, signal, kind, actor).WriteAsync([(new RecordDraft(0, sourceId, null, null, null, null, [], [], []), [file.Attachment])], organisations, ct);
        await new RowFiles(folder, photos, sniffer, blobs, clock).SettleAsync(databases, [file], ct);
        return Done.Instance;
    }

    /// <summary>A date is in the future only when it is so everywhere on Earth.</summary>
    internal static DateOnly LatestToday(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14));

    private static async Task<IReadOnlyList<TakenFile>> FilesAsync(RowFiles files, RecordDraft draft, ImportTally tally, CancellationToken ct)
    {
        List<TakenFile>? taken = null;
        foreach (var file in draft.Files)
        {
            var outcome = await files.TakeAsync(file, ct);
            if (outcome.Value is { } kept) (taken ??= []).Add(kept);
            else tally.Warn(draft.Row, file.Column, outcome.Problems[0]);
        }
        return taken ?? [];
    }
}
