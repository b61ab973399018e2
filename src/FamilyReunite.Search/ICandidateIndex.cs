using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search;

/// <summary>A clue as the engine sees it: an opaque keyword. A prefix names its kind ("n:", "h:", "m:" …), text-search tokens start with "t:".</summary>
public readonly record struct ClueToken(string Value, float Weight);

/// <summary>What the index keeps of a record: tokens we made and ranges; no names in clear, no contacts.</summary>
/// <param name="Version">Row version; an older one never replaces a newer one.</param>
/// <param name="BirthYears">Years of birth that are possible, widened by what estimates may be wrong; null when unknown.</param>
/// <param name="HeightCm">Null when unknown.</param>
public sealed record IndexDocument(Guid RecordId, RecordKind Kind, long Version, Guid OrganisationId, Sex Sex, NumberRange? BirthYears, NumberRange? HeightCm, IReadOnlyList<ClueToken> Tokens);

/// <summary>A document to add, or a record to forget when <see cref="Document"/> is null.</summary>
public sealed record IndexChange(Guid RecordId, RecordKind Kind, IndexDocument? Document);

/// <summary>Which records of <paramref name="Target"/> share most weighted tokens. Unknown sex and unknown birth years always pass.</summary>
public sealed record CandidateQuery(RecordKind Target, IReadOnlyList<ClueToken> Tokens, Sex Sex, NumberRange? BirthYears, int Limit, Guid? OrganisationId = null);

public readonly record struct IndexHit(Guid RecordId, double Score);

/// <summary>The disposable index behind one port. Score of a hit = sum over shared tokens of query weight × document weight × idf; ties break on the record id, so that every engine answers alike.</summary>
public interface ICandidateIndex
{
    /// <summary>Applies changes and remembers the outbox position in the same commit. Applying the same batch again changes nothing.</summary>
    Task ApplyAsync(IReadOnlyList<IndexChange> changes, long outboxPosition, CancellationToken ct);

    /// <summary>Applies a batch that was read behind <paramref name="after"/>. Does nothing when the index stands before that by now, because another server built it anew: its position then says where to read on.</summary>
    async Task FeedAsync(IReadOnlyList<IndexChange> changes, long after, long outboxPosition, CancellationToken ct)
    {
        if (await PositionAsync(ct).ConfigureAwait(false) >= after) await ApplyAsync(changes, outboxPosition, ct).ConfigureAwait(false);
    }

    /// <summary>Outbox position of the last commit; 0 for an empty index.</summary>
    Task<long> PositionAsync(CancellationToken ct);

    Task<IReadOnlyList<IndexHit>> SearchAsync(CandidateQuery query, CancellationToken ct);

    /// <summary>Many queries at once, answered in their order as <see cref="SearchAsync"/> would answer each: on all processors, or with few requests where each is a way over the network.</summary>
    async Task<IReadOnlyList<IReadOnlyList<IndexHit>>> SearchAllAsync(IReadOnlyList<CandidateQuery> queries, CancellationToken ct)
    {
        var found = new IReadOnlyList<IndexHit>[queries.Count];
        var everywhere = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, queries.Count, everywhere, async (i, token) => found[i] = await SearchAsync(queries[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return found;
    }

    Task<long> CountAsync(RecordKind kind, CancellationToken ct);

    /// <summary>Ids and versions held, for comparison with the database.</summary>
    IAsyncEnumerable<(Guid RecordId, RecordKind Kind, long Version)> ListAsync(CancellationToken ct);

    /// <summary>Takes the tokens of deleted and replaced documents out of the files, where an engine leaves them until it next tidies up.</summary>
    Task PurgeAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Builds anew beside the running index; searches go on meanwhile and see the new one after <see cref="IIndexRebuild.SwapAsync"/>.</summary>
    Task<IIndexRebuild> BeginRebuildAsync(CancellationToken ct);
}

/// <summary>An index under construction; disposing without a swap throws it away.</summary>
public interface IIndexRebuild : IAsyncDisposable
{
    Task AddAsync(IReadOnlyList<IndexDocument> documents, CancellationToken ct);

    Task SwapAsync(long outboxPosition, CancellationToken ct);
}

/// <summary>An index that several servers fill. It says itself with what its tokens were made.</summary>
public interface ISharedIndex : ICandidateIndex
{
    /// <summary>What the server that filled it wrote there: equal for servers with the same key and the same build. Null for an empty index.</summary>
    Task<string?> MadeWithAsync(CancellationToken ct);
}
