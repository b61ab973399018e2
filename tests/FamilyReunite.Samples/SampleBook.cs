using System.Globalization;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Samples;

/// <summary>The population with short source numbers.</summary>
internal sealed class SampleBook
{
    private readonly Dictionary<Guid, string> _source = [];

    public SampleBook(SimulatedPopulation population)
    {
        Population = population;
        for (var i = 0; i < population.Stranded.Count; i++) _source[population.Stranded[i].Id] = string.Create(CultureInfo.InvariantCulture, $"S-{i + 1:0000}");
        for (var i = 0; i < population.Missing.Count; i++) _source[population.Missing[i].Id] = string.Create(CultureInfo.InvariantCulture, $"M-{i + 1:00000}");
        Persons = population.Stranded.ToDictionary(p => p.Id);
        Reports = population.Missing.ToDictionary(r => r.Id);
    }

    public SimulatedPopulation Population { get; }

    public IReadOnlyDictionary<Guid, StrandedPerson> Persons { get; }

    public IReadOnlyDictionary<Guid, MissingReport> Reports { get; }

    public string SourceOf(Guid id) => _source[id];

    public static string? First(CaseRecord record, FactKind kind) => record.Current(kind).FirstOrDefault()?.AsHeard;
}
