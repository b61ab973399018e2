using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Clues.Places;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Learning;

/// <summary>The pair model in force: the learnt one that an administrator promoted, else the shipped one. Asked anew each time, so that a promotion on one server reaches all.</summary>
public sealed class PresentModel(IDbContextFactory<ReuniteDb> databases, LoadedPairModel shipped, PairModelLoader loader, IPlaceResolver places, ILogger<PresentModel> log) : IScorerSource
{
    private volatile Held? _held;

    public async Task<Outcome<IPairScorer>> OpenAsync(CancellationToken ct)
    {
        var held = await HoldAsync(ct);
        return held.Scorer is { } scorer ? Outcome.Of(scorer) : held.State.Model.Problems.ToArray();
    }

    /// <summary>What is in force and why.</summary>
    public async Task<ModelInForce> ReadAsync(CancellationToken ct) => (await HoldAsync(ct)).State;

    private async Task<Held> HoldAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var present = await db.LearntModels.Where(m => m.State == LearntModelState.Present).Select(m => m.Version).SingleOrDefaultAsync(ct);
        if (_held is { } held && held.Asked == present) return held;
        return _held = await LoadAsync(db, present, ct);
    }

    private async Task<Held> LoadAsync(ReuniteDb db, string? present, CancellationToken ct)
    {
        Problem? aside = null;
        if (present is not null)
        {
            var files = await db.LearntModels.Where(m => m.Version == present).Select(m => new { m.CardJson, m.WeightsJson }).SingleAsync(ct);
            var learnt = loader.Read(present, files.CardJson, files.WeightsJson);
            if (learnt.Value is { } model) return new Held(present, new ModelInForce(learnt, Learnt: true, null), new LogisticPairScorer(model, places));
            aside = learnt.Problems[0];
            log.LearntModelLeftAside(present, aside.Code);
        }
        return new Held(present, new ModelInForce(shipped.Outcome, Learnt: false, aside), shipped.Outcome.Value is { } own ? new LogisticPairScorer(own, places) : null);
    }

    /// <param name="Asked">The learnt version that should be in force; null for the shipped one.</param>
    private sealed record Held(string? Asked, ModelInForce State, IPairScorer? Scorer);
}

/// <param name="Model">The model, or why there is none.</param>
/// <param name="Learnt">True when it was learnt from this installation's decisions.</param>
/// <param name="LeftAside">Why a learnt model that was promoted cannot be used, so that the shipped one stands in; null when all is well.</param>
public sealed record ModelInForce(Outcome<PairModel> Model, bool Learnt, Problem? LeftAside);
