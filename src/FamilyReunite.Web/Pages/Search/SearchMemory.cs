using Microsoft.Extensions.Caching.Memory;

namespace FamilyReunite.Web.Pages.Search;

/// <summary>Keeps the words of a search for half an hour under an id, so that the address and the history of the browser hold the id alone.</summary>
public sealed class SearchMemory(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public void Keep(Guid account, Guid id, string words) => cache.Set((nameof(SearchMemory), account, id), words, Kept);

    /// <summary>Null when they are forgotten or somebody else's.</summary>
    public string? WordsOf(Guid account, Guid id) => cache.Get<string>((nameof(SearchMemory), account, id));
}
