using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Puts a model pack to use and writes into the audit chain which one, and that its licence was answered for.</summary>
public sealed class PackDesk(IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    /// <param name="from">A folder or an address.</param>
    /// <returns>What <see cref="PackShelf.InstallAsync"/> says; nothing is noted when it refuses.</returns>
    public async Task<Outcome<ModelPack>> InstallAsync(PackShelf shelf, Actor actor, string from, bool licenceAccepted, IProgress<long>? bytes, CancellationToken ct)
    {
        var outcome = await shelf.InstallAsync(from, licenceAccepted, bytes, ct);
        if (outcome.Value is not { } pack) return outcome;
        await using var db = await databases.CreateDbContextAsync(ct);
        var detail = $"contract={PackShelf.FolderOf(pack.Manifest.Contract)} recogniser={pack.Manifest.Recogniser.Sha256[..12]} calibrated={(pack.Manifest.Calibration is null ? "no" : "yes")} licence-accepted";
        await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), actor, "face.pack-installed", "face", null, detail), ct);
        return outcome;
    }
}
