using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Matching;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Where the pair scorer comes from. Everything but matching works without one.</summary>
public interface IScorerSource
{
    /// <returns>The scorer of the model in force now, or why there is none.</returns>
    Task<Outcome<IPairScorer>> OpenAsync(CancellationToken ct);
}

/// <summary>The open index, the scorer and who takes part: what a comparison needs.</summary>
/// <param name="Faces">Null while faces are not compared.</param>
internal sealed record MatchPorts(ICandidateIndex Index, IPairScorer Scorer, OpenBook Open, FaceMatches? Faces = null)
{
    /// <summary>Records of the other kind that join those with like clues for their face, of each of these records.</summary>
    public async Task<ILookup<Guid, Guid>> AlikeAsync(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        if (Faces is null) return Array.Empty<Guid>().ToLookup(id => id);
        await Faces.PrepareAsync(records, ct);
        return records.SelectMany(id => Faces.Near(id).Select(n => (id, n.Other.RecordId))).ToLookup(p => p.id, p => p.RecordId);
    }
}

/// <summary>Opens them for one run, or says which one stands in the way.</summary>
internal sealed class MatchPortsSource(IIndexSource indexes, IScorerSource scorers, FaceMatchSource faces, IDbContextFactory<ReuniteDb> databases)
{
    public async Task<Outcome<MatchPorts>> OpenAsync(CancellationToken ct)
    {
        var open = indexes.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        var scorer = await scorers.OpenAsync(ct);
        if (scorer.Value is not { } s) return scorer.Problems.ToArray();
        var book = new OpenBook(databases);
        return await faces.OpenAsync(ct) is { } alike ? new MatchPorts(index, new FacePairScorer(s, alike), book, alike) : new MatchPorts(index, s, book);
    }
}
