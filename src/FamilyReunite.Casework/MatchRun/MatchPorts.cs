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
    /// <summary>Records of the other kind that join those with like clues for their face.</summary>
    public IEnumerable<Guid> Alike(Guid recordId) => Faces?.Near(recordId).Select(n => n.Other.RecordId) ?? [];
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
