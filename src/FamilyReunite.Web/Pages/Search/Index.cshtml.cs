using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;

namespace FamilyReunite.Web.Pages.Search;

/// <summary>Full-text search over the records that the caller may see. What was searched for never stands in an address.</summary>
public sealed class IndexModel(RecordSearch search, RecordLister lister, IMemoryCache cache) : ReunitePage
{
    private const int Limit = 50;
    private const int LongestWords = 200;
    private readonly SearchMemory _memory = new(cache);

    public string? Words { get; private set; }

    /// <summary>What was found, by kind; kinds without a hit are left out.</summary>
    public IReadOnlyList<(RecordKind Kind, IReadOnlyList<RecordRow> Rows)> Found { get; private set; } = [];

    public bool IsForgotten { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (id is not { } asked) return Page();
        Words = _memory.WordsOf(Caller.AccountId, asked);
        IsForgotten = Words is null;
        if (Words is not null) await FindAsync(Words);
        return Page();
    }

    public IActionResult OnPost(string? words)
    {
        var asked = (words ?? "").Trim();
        if (asked.Length == 0)
        {
            Show([new Problem("record.search-empty", "words")]);
            return Page();
        }
        var id = NewId();
        _memory.Keep(Caller.AccountId, id, asked.Length > LongestWords ? asked[..LongestWords] : asked);
        return LocalRedirect($"/Search/{id}");
    }

    private async Task FindAsync(string words)
    {
        var found = new List<(RecordKind, IReadOnlyList<RecordRow>)>();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var hits = await search.SearchAsync(Caller, kind, words, Limit, Aborted);
            if (hits.Value is not { } ids)
            {
                Show(hits.Problems);
                return;
            }
            var rows = (await lister.ListAsync(Caller, kind, new RecordFilter(All: true, Among: ids), null, Aborted)).Rows;
            if (rows.Count > 0) found.Add((kind, rows));
        }
        Found = found;
    }
}
