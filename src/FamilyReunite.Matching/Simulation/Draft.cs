using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Matching.Simulation;

/// <summary>A fact before it has an id and a time.</summary>
internal sealed record Draft(FactKind Kind, string AsHeard, string? Understood = null, FactSource Source = FactSource.Observed, Confidence Confidence = Confidence.Unstated)
{
    public static void AddTo(CaseRecord record, IEnumerable<Draft> drafts, DateTimeOffset at, Random random)
    {
        foreach (var d in drafts)
            record.Add(new Fact(SimulatedId.Next(random, at), d.Kind, d.AsHeard, d.Understood, d.Source, saidBy: null, recordedBy: null, at, d.Confidence));
        record.Touch(at);
    }
}
