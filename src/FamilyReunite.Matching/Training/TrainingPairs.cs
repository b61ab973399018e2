using FamilyReunite.Clues;
using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Training;

/// <summary>How many invented people a fit and its calibration take, and what each is compared with.</summary>
internal sealed record TrainingPeople(int Seed, int Persons, int CalibrationPersons, int Reports, double ShareWithMate, int CandidatesPerPerson, int RandomPerPerson)
{
    /// <summary>Keeps the calibration's persons and the evaluation's apart from the fit's.</summary>
    private const int NextSeed = 7919;

    public int CalibrationSeed => Seed + NextSeed;

    public int EvaluationSeed => Seed + 2 * NextSeed;
}

/// <summary>Pairs of invented people.</summary>
/// <param name="Fit">Of persons who all have a report.</param>
/// <param name="Calibration">Candidate lists of other persons, of whom as many have a report as in life.</param>
internal sealed record TrainingPairs(IReadOnlyList<LabelledPair> Fit, IReadOnlyList<LabelledPair> Calibration)
{
    public static async Task<TrainingPairs> MakeAsync(TrainingPeople o, IClueReader reader, FeatureSet features, Func<ICandidateSource> sources, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var people = ReadPopulation.Simulate(new(o.Seed, o.Persons, o.Reports, 1, SimulationProfile.Training), reader, progress, ct);
        var others = ReadPopulation.Simulate(new(o.CalibrationSeed, o.CalibrationPersons, o.Reports, o.ShareWithMate, SimulationProfile.Training), reader, progress, ct)
            .Without(people.Persons.Concat(people.Reports).Select(r => r.Id).ToHashSet());
        return new TrainingPairs(await SampleAsync(people, o.RandomPerPerson, withMate: true, o.Seed), await SampleAsync(others, 0, withMate: false, o.CalibrationSeed));

        async Task<List<LabelledPair>> SampleAsync(ReadPopulation population, int drawn, bool withMate, int seed)
        {
            await using var source = sources();
            return await new PairSampler(features).SampleAsync(population, source, o.CandidatesPerPerson, drawn, withMate, seed, progress, ct);
        }
    }
}
