using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Matching.Model;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Learning;

/// <summary>The models learnt here, and which of them is in force. Every change is a write with its audit row.</summary>
public sealed class ModelBook(ReuniteDb db, ChangeWriter writer, PairModelLoader loader, TimeProvider clock)
{
    /// <summary>Longest reason kept, in characters.</summary>
    public const int MaxReason = 1000;

    /// <summary>All, newest first.</summary>
    public Task<List<LearntModel>> ListAsync(CancellationToken ct) => db.LearntModels.AsNoTracking().OrderByDescending(m => m.MadeAt).ToListAsync(ct);

    /// <summary>Lays a challenger before the administrator; an older proposal gives way to it.</summary>
    /// <returns>The version.</returns>
    public async Task<string> ProposeAsync(LearntChallenger challenger, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var older in await db.LearntModels.Where(m => m.State == LearntModelState.Proposed).ToListAsync(ct)) older.Decline(null, $"→ {challenger.Model.Version}", now);
        var model = new LearntModel(NewId(), challenger.Model.Version, challenger.Files, challenger.Trial.ToJson(), now);
        db.LearntModels.Add(model);
        await writer.SaveAsync(Note(NewId(), actor, "model.proposed", model), ct);
        return model.Version;
    }

    /// <summary>The version that the next challenger gets: the shipped one's and a running number.</summary>
    public async Task<string> NextVersionAsync(string shipped, CancellationToken ct)
    {
        var versions = await db.LearntModels.Select(m => m.Version).ToListAsync(ct);
        var newest = versions.Where(v => v.StartsWith(shipped + ".", StringComparison.Ordinal)).Select(Version.Parse).Select(v => v.Build).DefaultIfEmpty(0).Max();
        return $"{shipped}.{newest + 1}";
    }

    /// <summary>Brings a model into force. It takes hold with the next comparison; stored lists follow in the night.</summary>
    /// <returns>model.unknown, model.present-already, model.reason-needed, model.reason-too-long, model.promoted-meanwhile, or why its files cannot be used.</returns>
    public async Task<Outcome<Done>> PromoteAsync(Actor actor, Guid writeId, string version, string reason, CancellationToken ct)
    {
        if (await writer.WasWrittenAsync(writeId, ct)) return Done.Instance;
        if (await db.LearntModels.SingleOrDefaultAsync(m => m.Version == version, ct) is not { } model) return new Problem("model.unknown", "version", version);
        if (loader.Read(model.Version, model.CardJson, model.WeightsJson) is { Succeeded: false } refused) return refused.Problems.ToArray();
        return await ReplaceAsync(actor, writeId, model, reason, ct);
    }

    /// <summary>Goes back to the model made before the one in force; before the first stands the shipped one.</summary>
    /// <returns>model.nothing-to-undo while the shipped model is in force.</returns>
    public async Task<Outcome<Done>> RollBackAsync(Actor actor, Guid writeId, string reason, CancellationToken ct)
    {
        if (await writer.WasWrittenAsync(writeId, ct)) return Done.Instance;
        if (await db.LearntModels.SingleOrDefaultAsync(m => m.State == LearntModelState.Present, ct) is not { } present) return new Problem("model.nothing-to-undo", "version");
        var earlier = await db.LearntModels.Where(m => m.State == LearntModelState.Former && m.MadeAt < present.MadeAt).OrderByDescending(m => m.MadeAt).FirstOrDefaultAsync(ct);
        return await ReplaceAsync(actor, writeId, earlier, reason, ct);
    }

    /// <returns>model.unknown, model.not-proposed, model.reason-needed, model.reason-too-long.</returns>
    public async Task<Outcome<Done>> DeclineAsync(Actor actor, Guid writeId, string version, string reason, CancellationToken ct)
    {
        if (await writer.WasWrittenAsync(writeId, ct)) return Done.Instance;
        if (TooLong(reason) is { } much) return much;
        if (await db.LearntModels.SingleOrDefaultAsync(m => m.Version == version, ct) is not { } model) return new Problem("model.unknown", "version", version);
        var outcome = model.Decline(actor.AccountId, reason, clock.GetUtcNow());
        if (outcome.Succeeded) await writer.SaveAsync(Note(writeId, actor, "model.declined", model), ct);
        return outcome;
    }

    /// <param name="next">Null for the shipped model.</param>
    private async Task<Outcome<Done>> ReplaceAsync(Actor actor, Guid writeId, LearntModel? next, string reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Problem("model.reason-needed", "reason");
        if (TooLong(reason) is { } much) return much;
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            // the one in force leaves before the next comes: the database lets only one stand
            if (await db.LearntModels.SingleOrDefaultAsync(m => m.State == LearntModelState.Present && (next == null || m.Id != next.Id), ct) is { } present)
            {
                present.Retire(actor.AccountId, reason, now);
                await writer.SaveAsync(Note(next is null ? writeId : NewId(), actor, "model.retired", present), ct);
            }
            if (next is not null)
            {
                var outcome = next.Promote(actor.AccountId, reason, now);
                if (!outcome.Succeeded) return outcome;
                await writer.SaveAsync(Note(writeId, actor, "model.promoted", next), ct);
            }
            await transaction.CommitAsync(ct);
            return Done.Instance;
        }
        catch (DbUpdateException)
        {
            return new Problem("model.promoted-meanwhile", "version");
        }
    }

    private static Problem? TooLong(string reason) => reason.Length > MaxReason ? new Problem("model.reason-too-long", "reason", MaxReason) : null;

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static ChangeNote Note(Guid id, Actor actor, string action, LearntModel model) => new(id, actor, action, "model", model.Id, $"version={model.Version}");
}
