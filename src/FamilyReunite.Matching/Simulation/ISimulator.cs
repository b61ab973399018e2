using FamilyReunite.Domain.Records;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Training and evaluation draw people, observers and mistakes with different parameters, so that a figure does not measure its own assumptions.</summary>
public enum SimulationProfile { Training, Evaluation }

/// <param name="Seed">The same request gives the same population.</param>
/// <param name="ShareWithMate">0 to 1: how many of the stranded have their report in the population.</param>
public sealed record SimulationRequest(int Seed, int Stranded, int Missing, double ShareWithMate, SimulationProfile Profile);

/// <param name="TruePairs">Person id and report id of the same human being.</param>
public sealed record SimulatedPopulation(IReadOnlyList<StrandedPerson> Stranded, IReadOnlyList<MissingReport> Missing, IReadOnlyList<TruePair> TruePairs);

/// <param name="Stratum">What the station has to go on: "named", "heard", "no-name", "child-then-adult", "text-only", "contradictory", "nothing".</param>
public sealed record TruePair(Guid PersonId, Guid ReportId, string Stratum);

public interface ISimulator
{
    SimulatedPopulation Create(SimulationRequest request);
}
