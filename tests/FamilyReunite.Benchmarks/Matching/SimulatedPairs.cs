using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Benchmarks.Matching;

/// <summary>Persons and reports of the evaluation profile, read into clues, and the shipped scorer.</summary>
internal sealed class SimulatedPairs
{
    private const int Seed = 20260303;

    public SimulatedPairs(int persons, int reports)
    {
        var reader = new ClueReader(Places);
        var population = new Simulator().Create(new SimulationRequest(Seed, persons, reports, 0.39, SimulationProfile.Evaluation));
        (Persons, Reports) = ([.. population.Stranded.Select(reader.Read)], [.. population.Missing.Select(reader.Read)]);
        Scorer = new LogisticPairScorer(new PairModelLoader(Places).Load(MatchingRegistration.ShippedModels).Value ?? throw new InvalidOperationException("No pair model lies beside the benchmarks."), Places);
    }

    public static IPlaceResolver Places { get; } = new PlaceResolver();

    public ClueSet[] Persons { get; }

    public ClueSet[] Reports { get; }

    public LogisticPairScorer Scorer { get; }
}
