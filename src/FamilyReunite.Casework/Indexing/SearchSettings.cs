using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Casework.Indexing;

/// <summary>What the operator set under <c>Search</c>.</summary>
/// <param name="Elastic">Null for the embedded engine.</param>
/// <param name="FallsBack">Whether a server whose cluster cannot be used at its start goes on with the embedded engine (<c>Search:Fallback=embedded</c>).</param>
public sealed record SearchSettings(ElasticOptions? Elastic, bool FallsBack)
{
    private const string Embedded = "embedded";

    /// <returns><c>elastic.engine</c> or <c>elastic.address</c> for what cannot be understood.</returns>
    public static Outcome<SearchSettings> Read(IConfiguration configuration)
    {
        var search = configuration.GetSection("Search");
        var engine = search["Engine"] ?? Embedded;
        if (engine.Equals(Embedded, StringComparison.OrdinalIgnoreCase)) return new SearchSettings(null, false);
        if (!engine.Equals("elasticsearch", StringComparison.OrdinalIgnoreCase)) return new Problem("elastic.engine", "Search:Engine", engine);
        var elastic = search.GetSection("Elasticsearch");
        var urls = new List<Uri>();
        foreach (var text in (elastic["Urls"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return new Problem("elastic.address", "Search:Elasticsearch:Urls");
            urls.Add(url);
        }
        if (urls.Count == 0) return new Problem("elastic.address", "Search:Elasticsearch:Urls");
        var options = new ElasticOptions(urls) { ApiKey = elastic["ApiKey"], User = elastic["User"], Password = elastic["Password"], CaFile = elastic["CaFile"] };
        if (elastic["Prefix"] is { Length: > 0 } prefix) options = options with { Prefix = prefix };
        return new SearchSettings(options, Embedded.Equals(search["Fallback"], StringComparison.OrdinalIgnoreCase));
    }
}
