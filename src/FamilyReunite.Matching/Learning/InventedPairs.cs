using FamilyReunite.Clues;
using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Matching.Learning;

/// <summary>Pairs of invented people, which stand for all that an installation has not decided yet.</summary>
/// <param name="Fit">Of persons who all have a report.</param>
/// <param name="Calibration">Candidate lists of other persons, of whom as many have a report as in life.</param>
internal sealed record InventedPairs(IReadOnlyList<LabelledPair> Fit, IReadOnlyList<LabelledPair> Calibration)
{
    /// <summary>Keeps the calibration's persons apart from the fit's.</summary>
    private const int NextSeed = 7919;

    public static async Task<InventedPairs> MakeAsync(LearningOptions o, IClueReader reader, FeatureSet features, Func<ICandidateSource> sources, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var people = ReadPopulation.Simulate(new(o.Seed, o.Persons, o.Reports, 1, SimulationProfile.Training), reader, progress, ct);
        var others = ReadPopulation.Simulate(new(o.Seed + NextSeed, o.Persons, o.Reports, o.ShareWithMate, SimulationProfile.Training), reader, progress, ct)
            .Without(people.Persons.Concat(people.Reports).Select(r => r.Id).ToHashSet());
        return new InventedPairs(await SampleAsync(people, o.RandomPerPerson, withMate: true, o.Seed), await SampleAsync(others, 0, withMate: false, o.Seed + NextSeed));

        async Task<List<LabelledPair>> SampleAsync(ReadPopulation population, int drawn, bool withMate, int seed)
        {
            await using var source = sources();
            return await new PairSampler(features).SampleAsync(population, source, o.CandidatesPerPerson, drawn, withMate, seed, progress, ct);
        }
    }

    /// <summary>Fresh people of the evaluation profile, on whom two models are held against each other.</summary>
    public static ReadPopulation Fresh(LearningOptions o, IClueReader reader, IProgress<StepProgress>? progress, CancellationToken ct) =>
        ReadPopulation.Simulate(new(o.Seed + 2 * NextSeed, o.EvaluationPersons, o.Reports, o.ShareWithMate, SimulationProfile.Evaluation), reader, progress, ct);
}
