using System.Globalization;
using System.Text.RegularExpressions;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Casework.Indexing;

/// <summary>What the operator set under <c>Search</c>.</summary>
/// <param name="Elastic">Null for the embedded engine.</param>
/// <param name="KeyFile">Sixteen random bytes that all servers on one cluster hash tokens with (<c>Search:KeyFile</c>); null for the installation's own.</param>
/// <param name="FallsBack">Whether a server whose cluster cannot be used at its start goes on with the embedded engine (<c>Search:Fallback=embedded</c>).</param>
public sealed partial record SearchSettings(ElasticOptions? Elastic, string? KeyFile, bool FallsBack)
{
    private const string Embedded = "embedded";
    private const string None = "none";

    /// <summary>What a cluster allows an index.</summary>
    private const int MostShards = 1024;

    /// <summary><c>Search:Elasticsearch:PasswordFile</c> and <c>ApiKeyFile</c> name files whose content stands for <c>Password</c> and <c>ApiKey</c>.</summary>
    /// <returns><c>elastic.engine</c>, <c>elastic.address</c>, <c>elastic.secret-file</c>, <c>elastic.prefix</c>, <c>elastic.shards</c>, <c>elastic.fallback</c> or <c>index.key-file</c> for what cannot be understood.</returns>
    public static Outcome<SearchSettings> Read(IConfiguration configuration)
    {
        var search = configuration.GetSection("Search");
        var engine = search["Engine"] ?? Embedded;
        if (engine.Equals(Embedded, StringComparison.OrdinalIgnoreCase)) return new SearchSettings(null, null, false);
        if (!engine.Equals("elasticsearch", StringComparison.OrdinalIgnoreCase)) return new Problem("elastic.engine", "Search:Engine", engine);
        var elastic = search.GetSection("Elasticsearch");
        var urls = new List<Uri>();
        foreach (var text in (elastic["Urls"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return new Problem("elastic.address", "Search:Elasticsearch:Urls");
            urls.Add(url);
        }
        if (urls.Count == 0) return new Problem("elastic.address", "Search:Elasticsearch:Urls");
        if (Secret(elastic, "ApiKey") is not { Succeeded: true } apiKey) return new Problem("elastic.secret-file", "Search:Elasticsearch:ApiKeyFile", elastic["ApiKeyFile"]!);
        if (Secret(elastic, "Password") is not { Succeeded: true } password) return new Problem("elastic.secret-file", "Search:Elasticsearch:PasswordFile", elastic["PasswordFile"]!);
        var options = new ElasticOptions(urls) { ApiKey = apiKey.Value, User = elastic["User"], Password = password.Value, CaFile = elastic["CaFile"] };
        if (elastic["Prefix"] is { Length: > 0 } prefix)
        {
            if (!Prefixes().IsMatch(prefix)) return new Problem("elastic.prefix", "Search:Elasticsearch:Prefix", prefix);
            options = options with { Prefix = prefix };
        }
        if (elastic["Shards"] is { Length: > 0 } shards)
        {
            if (!int.TryParse(shards, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostShards) return new Problem("elastic.shards", "Search:Elasticsearch:Shards", shards);
            options = options with { Shards = number };
        }
        var keyFile = search["KeyFile"] is { Length: > 0 } file ? file : null;
        if (keyFile is not null && !IsKey(keyFile)) return new Problem("index.key-file", "Search:KeyFile", keyFile);
        var fallback = search["Fallback"] is { Length: > 0 } f ? f : None;
        if (!fallback.Equals(Embedded, StringComparison.OrdinalIgnoreCase) && !fallback.Equals(None, StringComparison.OrdinalIgnoreCase)) return new Problem("elastic.fallback", "Search:Fallback", fallback);
        return new SearchSettings(options, keyFile, fallback.Equals(Embedded, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What a cluster takes for the beginning of an index name.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefixes();

    /// <summary>Null when nothing was set.</summary>
    private static Outcome<string?> Secret(IConfigurationSection elastic, string name)
    {
        if (elastic[name + "File"] is not { Length: > 0 } file) return elastic[name];
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("elastic.secret-file");
        }
    }

    private static bool IsKey(string file)
    {
        try
        {
            return IndexKeyFile.Read(file) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
