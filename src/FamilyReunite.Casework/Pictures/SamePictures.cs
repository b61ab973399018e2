using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Data.Pictures;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Reading;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Pictures;

/// <summary>Finds records that hold a picture already, as it is or in a mirror, through the bands of its hash: no photo is missed and few are looked at. Says that a picture was used, never that two people are one.</summary>
internal static class SamePictures
{
    /// <summary>What a caller is told: the records that it may see, and whether there are others.</summary>
    public static async Task<(IReadOnlyList<SamePicture> Seen, bool Elsewhere)> ForAsync(ReuniteDb db, Caller caller, PictureHash picture, PictureHash? mirrored, Guid except, CancellationToken ct)
    {
        var alike = await FindAsync(db, picture, mirrored, except, ct);
        var seen = new List<SamePicture>();
        if (alike.Count > 0)
            foreach (var kind in Enum.GetValues<RecordKind>())
                seen.AddRange((await db.RecordsFor(caller, kind).AsNoTracking().Where(r => alike.Keys.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct)).Select(id => new SamePicture(id, kind, alike[id])));
        return (seen, alike.Count > seen.Count);
    }

    /// <param name="mirrored">Null looks for the picture as it is alone.</param>
    /// <param name="except">The record that the picture belongs to.</param>
    /// <returns>Records of any kind, whoever may see them, with whether they hold it in a mirror alone: what a caller is told is for the caller's use-case to decide.</returns>
    public static async Task<IReadOnlyDictionary<Guid, bool>> FindAsync(ReuniteDb db, PictureHash picture, PictureHash? mirrored, Guid except, CancellationToken ct)
    {
        var alike = new Dictionary<(long Difference, long Cosine), bool>();
        if (picture.Difference == 0) return new Dictionary<Guid, bool>();
        for (var band = 0; band < PictureBands.Count; band++)
        {
            var keys = PictureBand.Near(picture.Difference, band).Union(mirrored is { } turned ? PictureBand.Near(turned.Difference, band) : []).ToArray();
            var candidates = db.Attachments.AsNoTracking().InBand(band, keys).Select(a => new { a.PerceptualHash, a.CosineHash }).Distinct();
            await foreach (var c in candidates.AsAsyncEnumerable().WithCancellation(ct))
            {
                var hash = new PictureHash(c.PerceptualHash, c.CosineHash);
                if (c.PerceptualHash == 0) continue;
                if (picture.IsSamePictureAs(hash)) alike[(c.PerceptualHash, c.CosineHash)] = false;
                else if (mirrored?.IsSamePictureAs(hash) == true) alike.TryAdd((c.PerceptualHash, c.CosineHash), true);
            }
        }
        var records = new Dictionary<Guid, bool>();
        foreach (var ((difference, cosine), inMirror) in alike)
        {
            long[] key = [PictureBand.Of(difference, 0)];
            var holders = db.Attachments.AsNoTracking().InBand(0, key).Where(a => a.PerceptualHash == difference && a.CosineHash == cosine && a.Kind == AttachmentKind.Photo).Select(a => EF.Property<Guid?>(a, "RecordId"));
            foreach (var holder in (await holders.ToListAsync(ct)).OfType<Guid>().Where(r => r != except)) records[holder] = inMirror && records.GetValueOrDefault(holder, true);
        }
        return records;
    }
}
