using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Simulation;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Matching.Retrieval;

/// <summary>Persons and reports with their clues, and who is who.</summary>
/// <param name="Mates">Report id by person id; persons without a report are left out.</param>
/// <param name="Strata">Stratum by person id.</param>
public sealed record ReadPopulation(IReadOnlyList<ReadRecord> Persons, IReadOnlyList<ReadRecord> Reports, IReadOnlyDictionary<Guid, Guid> Mates, IReadOnlyDictionary<Guid, string> Strata)
{
    /// <summary>Invents a population and reads its records.</summary>
    public static ReadPopulation Simulate(SimulationRequest request, IClueReader reader, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        progress?.Report(new StepProgress("simulate", 0, request.Stranded + request.Missing));
        return Read(new Simulator().Create(request), reader, progress, ct);
    }

    /// <summary>The same without records that another population holds too: streams of chance are 31 bits, so among tens of thousands of people of two seeds one may be drawn twice, with the same id.</summary>
    public ReadPopulation Without(IReadOnlySet<Guid> known)
    {
        var mates = Mates.Where(m => !known.Contains(m.Key) && !known.Contains(m.Value)).ToDictionary();
        return new([.. Persons.Where(p => !known.Contains(p.Id))], [.. Reports.Where(r => !known.Contains(r.Id))], mates, Strata);
    }

    public static ReadPopulation Read(SimulatedPopulation population, IClueReader reader, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var (done, total) = (0, population.Stranded.Count + population.Missing.Count);
        return new ReadPopulation(ReadAll(population.Stranded), ReadAll(population.Missing), population.TruePairs.ToDictionary(t => t.PersonId, t => t.ReportId), population.TruePairs.ToDictionary(t => t.PersonId, t => t.Stratum));

        List<ReadRecord> ReadAll(IEnumerable<CaseRecord> records) => [.. records.AsParallel().AsOrdered().WithCancellation(ct).Select(r =>
        {
            var n = Interlocked.Increment(ref done);
            if (n % 1000 == 0) progress?.Report(new StepProgress("read", n, total));
            return new ReadRecord(r, reader.Read(r));
        })];
    }
}
