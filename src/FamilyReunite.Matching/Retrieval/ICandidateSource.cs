using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Matching.Retrieval;

/// <summary>A record with its clues.</summary>
public sealed record ReadRecord(CaseRecord Record, ClueSet Clues)
{
    public Guid Id => Record.Id;
}

/// <summary>Retrieval as training and evaluation see it: a fresh source is filled once with reports, then asked for each person. The real index stands behind one implementation, plain blocking behind another.</summary>
public interface ICandidateSource : IAsyncDisposable
{
    /// <summary>Takes in all reports; called once, before the first question.</summary>
    Task FillAsync(IReadOnlyList<ReadRecord> reports, CancellationToken ct);

    /// <summary>Ids of the reports most worth comparing, best first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Guid>> FindAsync(ReadRecord person, int limit, CancellationToken ct);
}
