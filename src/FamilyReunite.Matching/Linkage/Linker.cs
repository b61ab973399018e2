using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Fit;
using FamilyReunite.Matching.Linkage.Resolution;

namespace FamilyReunite.Matching.Linkage;

/// <summary>Links two files or finds duplicates in one, without labels.</summary>
internal static class Linker
{
    /// <summary>A row is compared with at most this many others of its own file, or of the other.</summary>
    private const int PerRow = 50;

    private const int MostRandomPairs = 200_000;

    public static LinkedFiles Link(People people, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        void Say(string what) { if (Environment.GetEnvironmentVariable("LINKTIME") is not null) Console.Error.WriteLine($"{what} {clock.ElapsedMilliseconds}"); }
        var fields = FieldSet.Of(people);
        Say("fields");
        var pairs = CandidateFinder.Find(people, fields, people.Count < 3000 ? PerRow * 2 : PerRow, progress, ct);
        Say($"block {pairs.Count}");
        var retrieved = LevelMatrix.Compare(fields, pairs, progress, ct);
        Say("compare");
        var random = LevelMatrix.Compare(fields, RandomPairs.Draw(people, (int)Math.Min(MostRandomPairs, people.AllPairs * 2)), null, ct);
        Say("random");
        var likely = people.OneFile ? people.Count * 0.3 : Math.Min(people.Left, people.Count - people.Left) * 0.5;
        var model = new EmFit(fields, retrieved, random, people.AllPairs, likely).Fit(ct);
        Say($"em prior {model.Prior}");
        var scored = new ScoredPair[pairs.Count];
        for (var i = 0; i < scored.Length; i++)
        {
            var own = (float)model.Score(retrieved.Levels(i), retrieved.Rarity(i));
            scored[i] = new ScoredPair(pairs.A[i], pairs.B[i], own, own);
        }
        if (people.OneFile) scored = new Groups(fields, model, people.Count).Resolve(scored, progress, ct);
        else Rivals.Weigh(scored, people.Count);
        Say("resolve");
        return new LinkedFiles(people, fields, model, scored);
    }
}

/// <summary>What a link run found.</summary>
internal sealed record LinkedFiles(People People, IReadOnlyList<Field> Fields, LinkModel Model, ScoredPair[] Pairs);
