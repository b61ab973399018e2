using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Says with which key and which build of the clue reader and tokeniser the index was made; when either is another one, the index has to be built anew.
/// It stands beside an index of this server's own; a shared index keeps it in itself.</summary>
public sealed class IndexStamp(DataFolder data, IndexKey key)
{
    private readonly Lazy<string> _expected = new(() => Compute(key.Bytes));

    /// <summary>What this server makes tokens with.</summary>
    public string Expected => _expected.Value;

    private string File => Path.Combine(data.Index, "made-with");

    public async Task<bool> FitsAsync(ICandidateIndex index, CancellationToken ct)
    {
        if (index is ISharedIndex shared) return (await shared.MadeWithAsync(ct) ?? Expected) == Expected;
        return System.IO.File.Exists(File) && (await System.IO.File.ReadAllTextAsync(File, ct)).Trim() == Expected;
    }

    /// <summary>Called when the index holds nothing that was made otherwise. A shared index has written it already, with its position.</summary>
    public void Write(ICandidateIndex index)
    {
        if (index is ISharedIndex) return;
        Directory.CreateDirectory(data.Index);
        System.IO.File.WriteAllText(File + ".new", Expected);
        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    /// <summary>The compiler derives it from code and tables, so it changes with them and nobody has to remember a number.</summary>
    private static Guid BuildOf(Type type) => type.Assembly.ManifestModule.ModuleVersionId;

    private static string Compute(byte[] key)
    {
        var builds = $"{BuildOf(typeof(IClueReader))}|{BuildOf(typeof(IClueTokenizer))}";
        return Convert.ToHexStringLower(SHA256.HashData([.. key, .. Encoding.UTF8.GetBytes(builds)]));
    }
}
