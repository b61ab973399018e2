namespace FamilyReunite.Web.Startup;

/// <summary>How far the server is on its way to the first page.</summary>
public sealed class Readiness
{
    private volatile Step? _step = new("startup.database", 0, 0);

    /// <param name="Key">Key of a sentence in SharedText.</param>
    /// <param name="Total">0 when unknown.</param>
    public sealed record Step(string Key, int Done, int Total);

    /// <summary>What is being done; null when pages can be served.</summary>
    public Step? Current => _step;

    public void Report(string key, int done, int total) => _step = new Step(key, done, total);

    public void Ready() => _step = null;
}
