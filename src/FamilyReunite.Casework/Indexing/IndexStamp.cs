using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Says beside the index with which key and which version of the clue reader and tokeniser it was made; when either is another one, the index has to be built anew.</summary>
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

    private static string Compute(byte[] key)
    {
        var versions = $"{typeof(IClueReader).Assembly.GetName().Version}|{typeof(IClueTokenizer).Assembly.GetName().Version}";
        return Convert.ToHexStringLower(SHA256.HashData([.. key, .. Encoding.UTF8.GetBytes(versions)]));
    }
}
