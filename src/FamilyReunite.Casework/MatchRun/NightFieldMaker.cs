using System.Collections.Concurrent;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Data;
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
        var open = (await db.OpenPersons().Select(p => new { p.Id, p.Version }).ToListAsync(ct)).Where(p => persons.Contains(p.Id)).ToDictionary(p => p.Id, p => p.Version);
        await clues.PrepareAsync(db, open, null, ct);
        var rejected = await db.CandidateMatches.Where(m => m.State == MatchState.Rejected).GroupBy(m => m.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var reports = await OpenReportsAsync(db, ct);
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

    private static async Task<Dictionary<Guid, long>> OpenReportsAsync(ReuniteDb db, CancellationToken ct)
    {
        var versions = new Dictionary<Guid, long>();
        await foreach (var r in db.OpenReports().Select(r => new { r.Id, r.Version }).AsAsyncEnumerable().WithCancellation(ct)) versions[r.Id] = r.Version;
        return versions;
    }
}
