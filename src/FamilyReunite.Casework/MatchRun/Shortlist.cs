namespace FamilyReunite.Casework.MatchRun;

/// <summary>Of the reports that retrieval gave for a person, those that can come to be kept: only they are explained.</summary>
/// <param name="Version">Version of the person that was compared; another one makes the list void.</param>
/// <param name="Compared">Reports that were scored to choose these.</param>
/// <param name="Reports">Best first.</param>
internal sealed record Shortlist(long Version, int Compared, IReadOnlyList<Guid> Reports);

/// <summary>Why a person is compared.</summary>
/// <param name="Whole">With everything retrieval gives; otherwise with <paramref name="Reports"/> alone, as long as that cannot let in a report that is not stored.</param>
/// <param name="Reports">Changed reports that must be compared even if retrieval does not bring them.</param>
internal sealed record Concern(bool Whole, HashSet<Guid> Reports);

/// <summary>Persons to compare and what is known about them beforehand.</summary>
/// <param name="Concerns">A person who is not in it is compared whole.</param>
internal sealed record Comparison(IReadOnlyCollection<Guid> Persons, IReadOnlyDictionary<Guid, Concern> Concerns, IReadOnlyDictionary<Guid, Shortlist> Shortlists)
{
    public bool IsWhole(Guid person) => !Concerns.TryGetValue(person, out var concern) || concern.Whole;

    public IReadOnlyCollection<Guid> ReportsOf(Guid person) => Concerns.TryGetValue(person, out var concern) ? concern.Reports : [];
}
