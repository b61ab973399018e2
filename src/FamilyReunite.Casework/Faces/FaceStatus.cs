using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

public enum FaceCount { Fine, Warning, MustFile }

/// <param name="Permission">Null while comparing faces is off.</param>
/// <param name="Pack">The pack in use, or why there is none.</param>
/// <param name="Persons">Distinct records with face data.</param>
/// <param name="Waiting">Photos that the pack in use has not looked at.</param>
/// <param name="ToChoose">Photos with several faces of which nobody chose one.</param>
/// <param name="LookDrawn">Photos that look drawn and of which nobody said whether they are.</param>
public sealed record FaceStatus(FacePermission? Permission, Outcome<ModelPack> Pack, int Persons, int Waiting, int ToChoose, int LookDrawn)
{
    /// <summary>From so many persons on the installation warns.</summary>
    public const int WarnFrom = 80_000;

    /// <summary>From so many persons on the operator has to file with the regulator within 30 working days.</summary>
    public const int FileFrom = 100_000;

    public FaceCount Count => Persons >= FileFrom ? FaceCount.MustFile : Persons >= WarnFrom ? FaceCount.Warning : FaceCount.Fine;
}

/// <summary>How face comparison stands here.</summary>
public sealed class FaceStatusReader(IDbContextFactory<ReuniteDb> databases, PackShelf shelf)
{
    public async Task<FaceStatus> ReadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (pack, contract) = (shelf.Open(), shelf.Contract() ?? "");
        return new FaceStatus(
            await db.FacePermissions.AsNoTracking().FirstOrDefaultAsync(p => p.Until == null, ct), pack,
            await db.PictureFaces.Where(f => f.Reading == FaceReading.Compared).Select(f => f.RecordId).Distinct().CountAsync(ct),
            await FaceReader.Waiting(db, contract).CountAsync(ct),
            await db.PictureFaces.CountAsync(f => f.Reading == FaceReading.ToChoose, ct),
            await db.PictureFaces.CountAsync(f => f.Reading == FaceReading.LooksDrawn, ct));
    }
}
