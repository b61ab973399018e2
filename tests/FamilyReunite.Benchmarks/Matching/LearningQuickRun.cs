using System.Globalization;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Benchmarks.Matching;

/// <summary>What learning from decisions is worth: invented people of the evaluation profile stand for a station whose world the shipped model does not quite know; their best five from one in a hundred on are decided as it was in truth.</summary>
internal static class LearningQuickRun
{
    private const int Reports = 20000;
    private const double WithReport = 0.39;
    private const double OpenedFrom = 0.01;
    private const int Opened = 5;

    public static async Task RunAsync(IReadOnlyList<int> stations)
    {
        var places = new PlaceResolver();
        var reader = new ClueReader(places);
        var shipped = new PairModelLoader(places).Load(MatchingRegistration.ShippedModels).Value!;
        foreach (var persons in stations)
        {
            var decided = await DecideAsync(persons, reader, new LogisticPairScorer(shipped, places));
            var trainer = new DecisionTrainer(reader, places, TimeProvider.System, () => new IndexCandidateSource(TimeProvider.System));
            var outcome = await trainer.TrainAsync(new LearningOptions("0.0.1"), shipped, decided, null, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{persons} persons, decided: {decided.Count(d => d.Same)} same, {decided.Count(d => !d.Same)} different"));
            Console.WriteLine(outcome.Value is { } learnt ? learnt.Trial.ToJson() : outcome.Problems[0].Code);
        }
    }

    private static async Task<List<DecidedPair>> DecideAsync(int persons, ClueReader reader, IPairScorer scorer)
    {
        var people = ReadPopulation.Simulate(new(90_001 + persons, persons, Reports, WithReport, SimulationProfile.Evaluation), reader, null, CancellationToken.None);
        var byId = people.Reports.ToDictionary(r => r.Id);
        await using var source = new IndexCandidateSource(TimeProvider.System);
        await source.FillAsync(people.Reports, CancellationToken.None);
        var decided = new List<DecidedPair>();
        foreach (var person in people.Persons)
        {
            var found = await source.FindAsync(person, RetrievalDepth.Reports, CancellationToken.None);
            var best = found.Select(id => (Id: id, Score: scorer.Score(person.Clues, byId[id].Clues))).Where(x => x.Score.Probability >= OpenedFrom).OrderByDescending(x => x.Score.Probability).Take(Opened);
            decided.AddRange(best.Select(x => new DecidedPair(person.Id, people.Mates.GetValueOrDefault(person.Id) == x.Id, x.Score.Evidence.Where(e => e.Step is not null).ToDictionary(e => e.Feature, e => e.Step!))));
        }
        return decided;
    }
}
