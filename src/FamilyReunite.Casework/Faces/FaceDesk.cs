using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Casework.Records;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>A record whose face is like the one of a photo.</summary>
/// <param name="Place">From 1, among the records the caller may see.</param>
/// <param name="Worth">Null when this kind of photos is not calibrated: then there is a place and no number.</param>
public sealed record AlikeFace(Guid RecordId, Guid AttachmentId, int Place, FaceWorth? Worth);

/// <param name="Faces">Null while no pack looked at the photo.</param>
/// <param name="IsOn">Comparing faces is permitted here.</param>
/// <param name="HasPack">A whole pack is in use.</param>
/// <param name="Kin">May be relatives: alike, but not as one person is. Never part of <paramref name="Alike"/>.</param>
public sealed record FaceView(PictureView Picture, PictureFaces? Faces, bool IsOn, bool HasPack, IReadOnlyList<AlikeFace> Alike, IReadOnlyList<AlikeFace> Kin);

/// <summary>Reads what is known of the faces of one photo.</summary>
public sealed class FaceDesk(ReuniteDb db, PictureReader pictures, FaceEngines engines, FaceMatchSource matches, ClueSource clues)
{
    /// <summary>Null when the photo is not the caller's to see.</summary>
    /// <param name="station">Looks among the records of this organisation alone; null for all.</param>
    public async Task<FaceView?> ReadAsync(Caller caller, Guid attachmentId, CancellationToken ct, Guid? station = null)
    {
        if (await pictures.ReadAsync(caller, attachmentId, withCapture: false, ct) is not { } picture) return null;
        var faces = await db.PictureFaces.AsNoTracking().SingleOrDefaultAsync(f => f.AttachmentId == attachmentId, ct);
        var view = new FaceView(picture, faces, await FaceReader.IsOnAsync(db, ct), engines.Open().Succeeded, [], []);
        if (faces is not { Reading: FaceReading.Compared } || await matches.OpenAsync(ct) is not { } near) return view;
        var (alike, kin) = await NearAsync(caller, picture.Row.Id, near, station, ct);
        return view with { Alike = alike, Kin = kin };
    }

    private async Task<(IReadOnlyList<AlikeFace> Alike, IReadOnlyList<AlikeFace> Kin)> NearAsync(Caller caller, Guid record, FaceMatches near, Guid? station, CancellationToken ct)
    {
        await near.PrepareAsync(record, station, ct);
        var found = station is { } own ? near.NearIn(record, own) : near.Near(record);
        var ids = found.Concat(near.NearOfAll(record)).Select(n => n.Other.RecordId).Distinct().ToList();
        var isReport = near.NearOfAll(record) is [{ Other.IsReport: true }, ..];
        var visible = (await db.RecordsFor(caller, isReport ? RecordKind.Missing : RecordKind.Stranded).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct)).ToHashSet();
        var read = await clues.ReadAsync(db, await db.Records.Where(r => r.Id == record || ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Version, ct), ct);
        FaceWorth? Worth(FaceNeighbour n) => read.TryGetValue(record, out var asked) && read.TryGetValue(n.Other.RecordId, out ClueSet? other) ? near.Worth(n, asked, other) : null;
        var kin = near.MayBeKin(record, Worth);
        return (Rows(found.Except(kin)), Rows(kin));

        IReadOnlyList<AlikeFace> Rows(IEnumerable<FaceNeighbour> list) => [.. list.Where(n => visible.Contains(n.Other.RecordId)).Select((n, i) => new AlikeFace(n.Other.RecordId, n.Other.AttachmentId, i + 1, Worth(n)))];
    }
}
