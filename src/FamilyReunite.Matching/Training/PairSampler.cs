using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;

namespace FamilyReunite.Matching.Training;

/// <summary>Makes labelled pairs of a population: what retrieval gives for each person, their own report, and some drawn at random.</summary>
internal sealed class PairSampler(FeatureSet features)
{
    /// <param name="withMate">Adds the person's own report where retrieval missed it: to learn from, not to calibrate on.</param>
    public async Task<List<LabelledPair>> SampleAsync(ReadPopulation population, ICandidateSource source, int retrieved, int drawn, bool withMate, int seed, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        await source.FillAsync(population.Reports, ct);
        var byId = population.Reports.ToDictionary(r => r.Id);
        var random = new Random(seed);
        var pairs = new List<LabelledPair>(population.Persons.Count * (retrieved + drawn));
        for (var i = 0; i < population.Persons.Count; i++)
        {
            var person = population.Persons[i];
            var mate = population.Mates.TryGetValue(person.Id, out var m) ? m : (Guid?)null;
            var ids = (await source.FindAsync(person, retrieved, ct)).ToList();
            if (withMate && mate is { } own) ids.Add(own);
            for (var n = 0; n < drawn; n++) ids.Add(population.Reports[random.Next(population.Reports.Count)].Id);
            foreach (var id in ids.Distinct()) pairs.Add(new LabelledPair(Steps(person, byId[id]), id == mate));
            if (i % 200 == 0) progress?.Report(new StepProgress("compare", i, population.Persons.Count));
        }
        return pairs;
    }

    private byte[] Steps(ReadRecord person, ReadRecord report) =>
        Array.ConvertAll(features.Compare(PreparedClues.Of(person.Clues), PreparedClues.Of(report.Clues)), f => (byte)f.Step);
}
