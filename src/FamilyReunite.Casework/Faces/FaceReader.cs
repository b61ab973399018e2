using System.Globalization;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <param name="Read">Photos that were looked at.</param>
/// <param name="Left">Photos that still wait.</param>
public sealed record FaceTally(int Read, int Left);

/// <summary>Looks for faces in the photos that the pack in use has not seen yet, batch by batch. What is done stays done, so a stop costs one batch; another pack makes every photo wait again.</summary>
public sealed class FaceReader(IDbContextFactory<ReuniteDb> databases, FaceEngines engines, FaceStore store, PictureStore pictures, OutboxSignal signal, TimeProvider clock)
{
    private const int Batch = 20;
    private const int AtOnce = 500;

    /// <summary>Reads all that waits. Problems: face.off, face.no-pack, face.pack-unreadable, face.pack-format, face.pack-changed.</summary>
    public async Task<Outcome<FaceTally>> ReadWaitingAsync(Func<FaceTally, Task>? progress, CancellationToken ct)
    {
        var tally = new FaceTally(0, 0);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (!await IsOnAsync(db, ct)) return new Problem("face.off");
            var opened = engines.Open();
            if (opened.Value is not { } engine) return opened.Problems.ToArray();
            var batch = await Waiting(db, engine.Pack.Manifest.Contract).OrderBy(a => a.Id).Take(Batch).ToListAsync(ct);
            if (batch.Count == 0)
            {
                if (await SweepAsync(db, engine.Pack, ct)) continue;
                return tally with { Left = 0 };
            }
            var done = await ReadAsync(db, engine, batch, ct);
            tally = new FaceTally(tally.Read + done, await Waiting(db, engine.Pack.Manifest.Contract).CountAsync(ct));
            if (progress is not null) await progress(tally);
            // somebody else is changing these very records: they are asked again with the next round
            if (done == 0) return tally;
        }
    }

    /// <summary>Looks at one photo that was just taken in, so that what is wrong with it can be told while it can still be taken again.</summary>
    /// <returns>Null while comparing faces is off, without a pack, and for records whose faces are not compared.</returns>
    public async Task<PictureFaces?> ReadNowAsync(Guid attachmentId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await IsOnAsync(db, ct) || engines.Open().Value is not { } engine) return null;
        if (await Waiting(db, engine.Pack.Manifest.Contract).Where(a => a.Id == attachmentId).ToListAsync(ct) is [var photo]) await ReadAsync(db, engine, [photo], ct);
        db.ChangeTracker.Clear();
        return await db.PictureFaces.AsNoTracking().SingleOrDefaultAsync(f => f.AttachmentId == attachmentId, ct);
    }

    /// <summary>Photos that a pack has not looked at.</summary>
    internal static IQueryable<Attachment> Waiting(ReuniteDb db, string contract) =>
        db.Attachments.AsNoTracking().Where(a => a.Kind == AttachmentKind.Photo && !db.PictureFaces.Any(f => f.AttachmentId == a.Id && f.Contract == contract) && (db.StrandedPersons.Any(r => r.Id == EF.Property<Guid?>(a, "RecordId")) || db.MissingReports.Any(r => r.Id == EF.Property<Guid?>(a, "RecordId"))));

    internal static Task<bool> IsOnAsync(ReuniteDb db, CancellationToken ct) => db.FacePermissions.AnyAsync(p => p.Until == null, ct);

    /// <summary>The picture's pixels; null when it cannot be read any more.</summary>
    internal static async Task<Photos.PixelImage?> PixelsAsync(PictureStore pictures, string sha256, CancellationToken ct)
    {
        await using var shown = await pictures.OpenAsync(sha256, PictureSize.Display, ct);
        if (shown is null) return null;
        using var bytes = new MemoryStream();
        await shown.CopyToAsync(bytes, ct);
        return ShownPixels.Of(bytes.ToArray());
    }

    internal static FaceEntry Entry(CaseRecord record, Attachment photo, PictureFaces faces, FaceVector vector) =>
        new(photo.Id, record.Id, record.Kind == RecordKind.Missing, faces.DoubtsOf(faces.Chosen!.Value) == FaceDoubts.None, photo.TakenAt?.Year ?? (record.Kind == RecordKind.Stranded ? photo.AddedAt.Year : 0), vector.Values);

    private async Task<int> ReadAsync(ReuniteDb db, FaceEngine engine, List<Attachment> batch, CancellationToken ct)
    {
        var ids = batch.Select(a => a.Id).ToList();
        var records = await db.Records.Include(r => r.Attachments).Where(r => r.Attachments.Any(a => ids.Contains(a.Id))).ToListAsync(ct);
        var seen = await db.PictureFaces.Where(f => ids.Contains(f.AttachmentId)).ToDictionaryAsync(f => f.AttachmentId, ct);
        var entries = new List<FaceEntry>();
        var compared = new HashSet<CaseRecord>();
        foreach (var photo in batch)
        {
            if (records.Find(r => r.Attachments.Any(a => a.Id == photo.Id)) is not { } record) continue;
            if (!seen.TryGetValue(photo.Id, out var faces)) db.PictureFaces.Add(faces = new PictureFaces(photo.Id, record.Id));
            var image = await PixelsAsync(pictures, photo.Sha256, ct);
            faces.Read(engine.Pack.Manifest.Contract, image is null ? null : engine.Look(image), clock.GetUtcNow());
            if (image is null || faces is not { Reading: FaceReading.Compared, Chosen: { } chosen }) continue;
            entries.Add(Entry(record, photo, faces, engine.Describe(image, faces.Faces[chosen])));
            compared.Add(record);
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var writer = new ChangeWriter(db, clock);
        await writer.TakeTurnAsync(ct);
        await LeaveOutSettledAsync(db, ids, engine.Pack.Manifest.Contract, entries, ct);
        // the vectors first: a row that says "compared" without its vector would never be read again
        store.Put(engine.Pack, entries);
        var note = new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System("job:faces"), "face.read", "face", null, string.Create(CultureInfo.InvariantCulture, $"photos={batch.Count} compared={entries.Count}"));
        var saved = await writer.SaveAsync(note, ct, [.. compared]);
        if (saved == WriteResult.Saved) await transaction.CommitAsync(ct);
        signal.Pulse();
        if (!await IsOnAsync(db, ct))
        {
            // switched off meanwhile: nothing of this batch may stay
            await db.PictureFaces.Where(f => f.Origin == PictureOrigin.Photo).ExecuteDeleteAsync(ct);
            store.RemoveAllBut(null);
        }
        return saved == WriteResult.Saved ? batch.Count : 0;
    }

    /// <summary>Of a photo that was deleted, or read by somebody else, while it was looked at nothing is written down.</summary>
    private static async Task LeaveOutSettledAsync(ReuniteDb db, List<Guid> ids, string contract, List<FaceEntry> entries, CancellationToken ct)
    {
        var waiting = (await Waiting(db, contract).Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct)).ToHashSet();
        entries.RemoveAll(e => !waiting.Contains(e.AttachmentId));
        foreach (var settled in db.ChangeTracker.Entries<PictureFaces>().Where(e => !waiting.Contains(e.Entity.AttachmentId)).ToList()) settled.State = EntityState.Detached;
    }

    /// <summary>Vectors without a photo that is compared, and those of packs no longer in use, do not stay; photos whose vector is not there, as after putting back a backup, are read again.</summary>
    /// <returns>True when photos wait again.</returns>
    private async Task<bool> SweepAsync(ReuniteDb db, ModelPack pack, CancellationToken ct)
    {
        store.RemoveAllBut(pack.Manifest.Contract);
        var kept = (await db.PictureFaces.Where(f => f.Reading == FaceReading.Compared && f.Contract == pack.Manifest.Contract).Select(f => f.AttachmentId).ToListAsync(ct)).ToHashSet();
        store.Remove(pack, e => !kept.Contains(e.AttachmentId));
        kept.ExceptWith(store.Gallery(pack).All.Select(e => e.AttachmentId));
        foreach (var lost in kept.Chunk(AtOnce))
        {
            foreach (var faces in await db.PictureFaces.Where(f => lost.Contains(f.AttachmentId)).ToListAsync(ct)) faces.Unread();
            await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System("job:faces"), "face.to-read-again", "face", null, string.Create(CultureInfo.InvariantCulture, $"photos={lost.Length}")), ct);
        }
        return kept.Count > 0;
    }
}
