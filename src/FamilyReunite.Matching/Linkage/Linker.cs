using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Fit;
using FamilyReunite.Matching.Linkage.Labels;
using FamilyReunite.Matching.Linkage.Resolution;

namespace FamilyReunite.Matching.Linkage;

/// <summary>Retrieves, compares, fits and resolves.</summary>
internal static class Linker
{
    private const int MostRandomPairs = 150_000;

    /// <summary>Files up to this many rows are fitted once more to the groups found; larger ones have pairs enough without.</summary>
    private const int Refitted = 20_000;

    public static LinkedFiles Link(People people, IReadOnlyList<NumberedPair> labels, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        var fields = FieldSet.Of(people);
        var pairs = CandidateFinder.Find(people, fields, progress, ct);
        var retrieved = LevelMatrix.Compare(fields, pairs, progress, ct);
        progress?.Report(new LinkProgress(LinkStage.Fit, 0, 0));
        var random = LevelMatrix.Compare(fields, RandomPairs.Draw(people, (int)Math.Min(MostRandomPairs, people.AllPairs * 2)), null, ct);
        var likely = people.OneFile ? people.Count * 0.3 : Math.Min(people.Left, people.Count - people.Left) * 0.5;
        var fit = new EmFit(fields, retrieved, random, people.AllPairs, likely);
        var model = fit.Fit(ct);
        if (people.OneFile && people.Count <= Refitted)
        {
            var grouped = new Groups(fields, model, people.Count).Resolve(Score(model, pairs, retrieved), retrieved, progress, ct);
            model = fit.Again(model, i => grouped[i].Weight);
        }
        IReadOnlyList<Problem> notes = [];
        if (labels.Count > 0) (model, notes) = new LabelFit(fields, model).Fit(labels, ct);
        var scored = Score(model, pairs, retrieved);
        var unique = (Left: false, Right: false);
        if (people.OneFile) scored = new Groups(fields, model, people.Count).Resolve(scored, retrieved, progress, ct);
        else unique = Rivals.Weigh(scored, people.Left, people.Count);
        return new LinkedFiles(people, fields, model, scored, unique.Left, unique.Right, notes);
    }

    private static ScoredPair[] Score(LinkModel model, CandidatePairs pairs, LevelMatrix levels)
    {
        var scored = new ScoredPair[pairs.Count];
        Parallel.For(0, scored.Length, i =>
        {
            var own = (float)model.Score(levels.Levels(i), levels.Rarity(i), levels.PersonalRarity(i));
            scored[i] = new ScoredPair(pairs.A[i], pairs.B[i], own, own);
        });
        return scored;
    }
}

/// <summary>What a link run found, by row numbers.</summary>
internal sealed record LinkedFiles(People People, IReadOnlyList<Field> Fields, LinkModel Model, ScoredPair[] Pairs, bool LeftUnique, bool RightUnique, IReadOnlyList<Problem> Notes);
