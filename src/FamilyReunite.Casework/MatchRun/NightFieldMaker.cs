using System.Collections.Concurrent;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Data;
using FamilyReunite.Data.Sqlite;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Postings;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Prepares a <see cref="NightField"/> for a run over many persons.</summary>
internal sealed class NightFieldMaker(IDbContextFactory<ReuniteDb> databases, ClueSource clues, IClueTokenizer tokenizer, MatchOptions options)
{
    /// <returns>Null when the index cannot lay out its postings or the clues cannot be kept at hand: the run then goes person by person.</returns>
    public async Task<NightField?> MakeAsync(MatchPorts ports, IReadOnlySet<Guid> persons, CancellationToken ct)
    {
        if (ports.Index is not IManyQueries many) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.PrepareForManyAsync(ct);
        var open = (await ports.Open.AllAsync(db, RecordKind.Stranded, ct)).Where(p => persons.Contains(p.Key)).ToDictionary();
        await clues.PrepareAsync(db, open, null, ct);
        var rejected = await db.CandidateMatches.Where(m => m.State == MatchState.Rejected).GroupBy(m => m.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var reports = await ports.Open.AllAsync(db, RecordKind.Missing, ct);
        if (!clues.CanHold(open.Count + reports.Count)) return null;
        var asked = new QueryTokens();
        var queries = new ConcurrentDictionary<Guid, NightQuery>();
        Parallel.ForEach(open, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, p =>
        {
            if (clues.Find(p.Key, p.Value) is { } read) queries[p.Key] = new NightQuery(p.Value, asked.Add(tokenizer.Query(read, RecordKind.Missing, options.Retrieved)), options.Room(rejected.GetValueOrDefault(p.Key)));
        });
        if (many.Lay(RecordKind.Missing, asked, ct) is not { } postings) return null;
        await clues.PrepareAsync(db, reports, null, ct);
        return new NightField(queries, postings, [.. postings.Ids.Select(id => reports.GetValueOrDefault(id, NightField.NotOpen))], clues, ports.Scorer);
    }
}
