namespace FamilyReunite.Search.Lucene;

/// <summary>Another process holds the index folder open.</summary>
public sealed class IndexLockedException : IOException
{
    public IndexLockedException() : base("The search index is open in another process.") { }

    public IndexLockedException(string message) : base(message) { }

    public IndexLockedException(string message, Exception inner) : base(message, inner) { }
}
