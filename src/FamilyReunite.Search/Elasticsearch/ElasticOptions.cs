namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Where the cluster is and how to be let in.</summary>
/// <param name="Urls">One or more nodes of the same cluster; when one does not answer the next is asked.</param>
/// <param name="Prefix">Begins the name of every alias and index; installations that share a cluster each have their own.</param>
public sealed record ElasticOptions(IReadOnlyList<Uri> Urls, string Prefix = "reunite")
{
    /// <summary>Base64 form as Elasticsearch hands it out; comes before user and password.</summary>
    public string? ApiKey { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>PEM file of the authority that signed the cluster's certificates; null trusts what the operating system trusts.</summary>
    public string? CaFile { get; init; }

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is sent again when nobody answers or the cluster is busy (429, 502, 503, 504).</summary>
    public int Retries { get; init; } = 4;

    /// <summary>First wait before sending again; doubles each time, with chance so that many servers do not come back at once.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What this server makes tokens with (key and build), written beside them; servers of which it differs do not write into the same index.</summary>
    public string MadeWith { get; init; } = "";

    /// <summary>Primary shards of each index. One holds some ten million records.</summary>
    public int Shards { get; init; } = 1;
}
