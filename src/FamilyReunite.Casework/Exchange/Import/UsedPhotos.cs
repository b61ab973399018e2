using FamilyReunite.Casework.Pictures;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Warns of photos that another record holds already. A file's report is read by whoever has the file, so it says how many records and never which.</summary>
internal sealed class UsedPhotos(IDbContextFactory<ReuniteDb> databases, RecordKind kind)
{
    /// <param name="draft">Its record is saved.</param>
    public async Task WarnAsync(RecordDraft draft, IReadOnlyList<TakenFile> files, ImportTally tally, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var record = await db.Records.AsNoTracking().Where(r => r.SourceId == draft.SourceId && EF.Property<string>(r, "RecordKind") == kind.ToString()).Select(r => r.Id).SingleOrDefaultAsync(ct);
        foreach (var file in files)
        {
            if (file.Photo is not { } photo) continue;
            var others = await SamePictures.FindAsync(db, photo.Hash, photo.Mirrored, record, ct);
            if (others.Count > 0) tally.Warn(draft.Row, file.Column, new Problem("import.photo-used", null, others.Count));
        }
    }
}
