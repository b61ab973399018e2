using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>Pairs drawn at random, the same ones every time: what unrelated people look like.</summary>
internal static class RandomPairs
{
    private const int Seed = 20_261;

    public static CandidatePairs Draw(People people, int most)
    {
        var random = new Random(Seed);
        var (a, b) = (new int[most], new int[most]);
        for (var i = 0; i < most; i++)
        {
            a[i] = random.Next(people.Left);
            do b[i] = people.OneFile ? random.Next(people.Count) : random.Next(people.Left, people.Count);
            while (b[i] == a[i]);
        }
        return new CandidatePairs(a, b);
    }
}
