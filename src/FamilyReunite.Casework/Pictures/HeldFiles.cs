using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Pictures;

/// <summary>Deletes stored files that no record holds any more.</summary>
public sealed class HeldFiles(IDbContextFactory<ReuniteDb> databases, IBlobStore blobs, PictureStore pictures)
{
    /// <summary>The encrypted original and this server's small pictures go, unless another record holds the same bytes.</summary>
    /// <returns>True when they are gone.</returns>
    public async Task<bool> DropUnheldAsync(string sha256, CancellationToken ct)
    {
        if (!await blobs.DeleteUnlessAsync(sha256, IsHeldAsync, ct)) return false;
        pictures.Forget(sha256);
        return true;

        async Task<bool> IsHeldAsync(CancellationToken inner)
        {
            await using var db = await databases.CreateDbContextAsync(inner);
            return await db.Attachments.AnyAsync(a => a.Sha256 == sha256, inner);
        }
    }
}
