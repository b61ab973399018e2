using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Tests.Learning;

/// <summary>Invented people whose pairs somebody has decided: of each person the own report, and the stranger that stands highest.</summary>
internal static class DecidedWorld
{
    public static readonly PlaceResolver Places = new();
    public static readonly ClueReader Reader = new(Places);
    public static readonly FeatureSet Features = new(Places);

    public static PairModel Shipped { get; } = new PairModelLoader(Places).Load(MatchingRegistration.ShippedModels).Value!;

    public static List<DecidedPair> Decide(int persons, int seed)
    {
        var people = ReadPopulation.Simulate(new(seed, persons, persons * 4, 1, SimulationProfile.Evaluation), Reader, null, CancellationToken.None);
        var byId = people.Reports.ToDictionary(r => r.Id);
        var decided = new List<DecidedPair>();
        foreach (var p in people.Persons.Where(p => people.Mates.ContainsKey(p.Id)))
        {
            var mate = people.Mates[p.Id];
            var stranger = people.Reports.Where(r => r.Id != mate).MaxBy(r => ProbeSet.Score(Shipped, Steps(p, r)))!;
            decided.Add(Pair(p, byId[mate], same: true));
            decided.Add(Pair(p, stranger, same: false));
        }
        return decided;
    }

    private static DecidedPair Pair(ReadRecord p, ReadRecord r, bool same) => new(p.Id, same, Features.Comparators.Zip(Steps(p, r)).Where(x => x.Second > 0).ToDictionary(x => x.First.Feature, x => x.First.Steps[x.Second].Name));

    private static byte[] Steps(ReadRecord p, ReadRecord r) => Array.ConvertAll(Features.Compare(PreparedClues.Of(p.Clues), PreparedClues.Of(r.Clues)), f => (byte)f.Step);
}
