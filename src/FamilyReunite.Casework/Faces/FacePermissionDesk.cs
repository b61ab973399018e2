using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Turns face comparison on, with its grounds, and off, which removes every vector before it returns.</summary>
public sealed class FacePermissionDesk(ReuniteDb db, ChangeWriter writer, FaceStore store, TimeProvider clock)
{
    private const int AtOnce = 500;
    private const string InEvidence = "\"feature\":\"face\"";

    /// <summary>All, newest first.</summary>
    public Task<List<FacePermission>> ListAsync(CancellationToken ct) => db.FacePermissions.AsNoTracking().OrderByDescending(p => p.From).ToListAsync(ct);

    /// <summary>The one in force; null while comparing faces is off.</summary>
    public Task<FacePermission?> PresentAsync(CancellationToken ct) => db.FacePermissions.AsNoTracking().FirstOrDefaultAsync(p => p.Until == null, ct);

    /// <returns>face.on-already, or what <see cref="FacePermission.Give"/> says.</returns>
    public async Task<Outcome<Done>> TurnOnAsync(Actor actor, Guid writeId, FaceGrounds grounds, CancellationToken ct)
    {
        if (await writer.WasWrittenAsync(writeId, ct)) return Done.Instance;
        if (await PresentAsync(ct) is not null) return new Problem("face.on-already");
        var given = FacePermission.Give(Guid.CreateVersion7(clock.GetUtcNow()), grounds, actor.AccountId, clock.GetUtcNow());
        if (given.Value is not { } permission) return given.Problems.ToArray();
        db.FacePermissions.Add(permission);
        await writer.SaveAsync(new ChangeNote(writeId, actor, "face.turned-on", "face", permission.Id), ct);
        return Done.Instance;
    }

    /// <summary>Ends the permission, forgets what was seen in the photos and deletes all vectors. What staff said of a picture that is no photo stays.</summary>
    /// <returns>face.off-already, face.reason-needed, face.text-too-long.</returns>
    public async Task<Outcome<Done>> TurnOffAsync(Actor actor, Guid writeId, string? reason, CancellationToken ct)
    {
        if (await writer.WasWrittenAsync(writeId, ct)) return Done.Instance;
        var open = await db.FacePermissions.Where(p => p.Until == null).ToListAsync(ct);
        if (open.Count == 0) return new Problem("face.off-already");
        foreach (var permission in open)
            if (permission.End(actor.AccountId, reason, clock.GetUtcNow()) is { Succeeded: false } refused) return refused;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await writer.SaveAsync(new ChangeNote(writeId, actor, "face.turned-off", "face", open[0].Id), ct);
            await db.PictureFaces.Where(f => f.Origin == PictureOrigin.Photo).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }
        store.RemoveAllBut(null);
        await CompareAnewAsync(actor, ct);
        return Done.Instance;
    }

    /// <summary>Pairs whose score holds a face are compared without it.</summary>
    private async Task CompareAnewAsync(Actor actor, CancellationToken ct)
    {
        var persons = await db.CandidateMatches.Where(m => m.State != MatchState.Withdrawn && m.EvidenceJson.Contains(InEvidence)).Select(m => m.PersonId).Distinct().ToListAsync(ct);
        foreach (var chunk in persons.Chunk(AtOnce))
        {
            db.ChangeTracker.Clear();
            List<CaseRecord> records = [.. await db.StrandedPersons.Where(p => chunk.Contains(p.Id)).ToListAsync(ct)];
            await writer.SaveAsync(new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), actor, "face.removed-from-scores", "face", null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"records={records.Count}")), ct, records);
        }
    }
}
