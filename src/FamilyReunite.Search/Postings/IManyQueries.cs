using FamilyReunite.Domain.Records;

namespace FamilyReunite.Search.Postings;

/// <summary>An index that can lay out what many queries need in memory, to answer them all at once. What it answers is what <see cref="ICandidateIndex.SearchAsync"/> would.</summary>
public interface IManyQueries
{
    /// <returns>Null when the index holds more than the layout can number; ask query by query then.</returns>
    FlatPostings? Lay(RecordKind target, QueryTokens asked, CancellationToken ct);
}
