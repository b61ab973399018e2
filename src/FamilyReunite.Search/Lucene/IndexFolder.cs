using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Lucene;

/// <summary>The folder of one index: a lock, a pointer file <c>current</c> and one sub-folder a generation. Only the generation that the pointer names counts.</summary>
internal sealed class IndexFolder : IDisposable
{
    private const string Prefix = "g-";
    private readonly string _root;
    private readonly ILogger _log;
    private readonly FileStream _lock;

    public IndexFolder(string root, ILogger log)
    {
        (_root, _log) = (System.IO.Path.GetFullPath(root), log);
        System.IO.Directory.CreateDirectory(_root);
        try
        {
            _lock = new FileStream(System.IO.Path.Combine(_root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException and not PathTooLongException)
        {
            throw new IndexLockedException("The search index is open in another process.", e);
        }
    }

    public string Path(string generation) => System.IO.Path.Combine(_root, generation);

    /// <summary>The generation in use; null for a new index.</summary>
    public string? Current()
    {
        var pointer = System.IO.Path.Combine(_root, "current");
        if (!File.Exists(pointer)) return null;
        var name = File.ReadAllText(pointer).Trim();
        return Number(name) > 0 && System.IO.Directory.Exists(Path(name)) ? name : null;
    }

    public string Next() => Prefix + (Generations().Select(Number).DefaultIfEmpty(0).Max() + 1).ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>Names the generation in use from now on; a crash leaves either the old name or the new one.</summary>
    public void Point(string generation)
    {
        var pointer = System.IO.Path.Combine(_root, "current");
        using (var file = new FileStream(pointer + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.ASCII.GetBytes(generation));
            file.Flush(flushToDisk: true);
        }
        File.Move(pointer + ".new", pointer, overwrite: true);
    }

    /// <summary>Removes what a crash or a swap left behind.</summary>
    public void RemoveAllBut(string generation)
    {
        foreach (var other in Generations().Where(g => g != generation).ToList()) Remove(other);
    }

    public void Remove(string generation)
    {
        try
        {
            System.IO.Directory.Delete(Path(generation), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.LeftOver(e, generation);
        }
    }

    public void Dispose() => _lock.Dispose();

    private IEnumerable<string> Generations() =>
        System.IO.Directory.EnumerateDirectories(_root, Prefix + "*").Select(d => System.IO.Path.GetFileName(d)).Where(n => Number(n) > 0);

    private static long Number(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
