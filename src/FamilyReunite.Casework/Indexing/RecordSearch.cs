using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Full-text search over records: by words, sound, looks, numbers. The index ranks; the database says what the caller may see.</summary>
public sealed class RecordSearch(IIndexSource source, IClueTokenizer tokenizer, IDbContextFactory<ReuniteDb> databases)
{
    /// <summary>Hits asked for beyond the caller's own organisation before those that the caller may not see fall away.</summary>
    private const int WideLimit = 1000;

    /// <returns>Ids of visible records, best first; empty for words that say nothing; <c>index.locked</c> while another process holds the index, <c>elastic.…</c> while a cluster is away.</returns>
    public async Task<Outcome<IReadOnlyList<Guid>>> SearchAsync(Caller caller, RecordKind kind, string words, int limit, CancellationToken ct)
    {
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        try
        {
            return await SearchAsync(index, caller, kind, words, limit, ct);
        }
        catch (ElasticException e)
        {
            return e.Problem;
        }
    }

    private async Task<Guid[]> SearchAsync(ICandidateIndex index, Caller caller, RecordKind kind, string words, int limit, CancellationToken ct)
    {
        var hits = new List<IndexHit>(await index.SearchAsync(tokenizer.TextQuery(words, kind, WideLimit, null), ct));
        // own records must not drown in those of other organisations
        if (hits.Count == WideLimit && caller.KeepsPeople) hits.AddRange(await index.SearchAsync(tokenizer.TextQuery(words, kind, limit, caller.OrganisationId), ct));
        var visible = await VisibleAsync(caller, kind, [.. hits.Select(h => h.RecordId).Distinct()], ct);
        return [.. hits.DistinctBy(h => h.RecordId).Where(h => visible.Contains(h.RecordId)).OrderByDescending(h => h.Score).ThenBy(h => h.RecordId).Take(limit).Select(h => h.RecordId)];
    }

    private async Task<HashSet<Guid>> VisibleAsync(Caller caller, RecordKind kind, Guid[] ids, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        IQueryable<CaseRecord> mine = kind switch
        {
            RecordKind.Stranded => db.PeopleFor(caller),
            RecordKind.Missing => db.ReportsFor(caller),
            _ => db.ContactsFor(caller),
        };
        // who is not yet wholly entered is the business of those who write the record
        return [.. await mine.Where(r => ids.Contains(r.Id) && (r.Status != RecordStatus.Draft || r.OrganisationId == caller.OrganisationId)).Select(r => r.Id).ToListAsync(ct)];
    }
}
