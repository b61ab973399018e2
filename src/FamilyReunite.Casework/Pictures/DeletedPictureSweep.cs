using FamilyReunite.Casework.Faces;
using FamilyReunite.Data;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Pictures;

/// <summary>Carries a deletion through on this server: its own small pictures of a photo that another server deleted, and what a stop in between left.</summary>
public sealed class DeletedPictureSweep(IDbContextFactory<ReuniteDb> databases, HeldFiles files, FaceErasure faces)
{
    /// <summary>Two servers' clocks may differ.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private DateTimeOffset _seen = DateTimeOffset.MinValue;

    /// <summary>The first call after a start goes through all photos that were ever deleted, later ones through what came since.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var from = _seen == DateTimeOffset.MinValue ? _seen : _seen - Overlap;
        var deleted = await db.DeletedPictures.AsNoTracking().Where(d => d.At > from).OrderBy(d => d.At).ToListAsync(ct);
        if (deleted.Count == 0) return 0;
        faces.Wipe([], [.. deleted.Select(d => d.Id)]);
        foreach (var sha256 in deleted.Select(d => d.Sha256).Distinct()) await files.DropUnheldAsync(sha256, ct);
        _seen = deleted[^1].At;
        return deleted.Count;
    }
}
