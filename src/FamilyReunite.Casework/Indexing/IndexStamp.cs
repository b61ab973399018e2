using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Says beside the index with which key and which build of the clue reader and tokeniser it was made; when either is another one, the index has to be built anew.</summary>
public sealed class IndexStamp(DataFolder data)
{
    private readonly Lazy<string> _expected = new(() => Compute(IndexKeyFile.ReadOrMake(data)));

    private string File => Path.Combine(data.Index, "made-with");

    public bool Fits() => System.IO.File.Exists(File) && System.IO.File.ReadAllText(File).Trim() == _expected.Value;

    public void Write()
    {
        Directory.CreateDirectory(data.Index);
        System.IO.File.WriteAllText(File + ".new", _expected.Value);
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
