using System.Security.Cryptography;

namespace FamilyReunite.Casework.Indexing;

/// <summary>The sixteen random bytes with which index tokens are hashed: made once per installation, readable by its owner alone.</summary>
public static class IndexKeyFile
{
    public const int KeyBytes = 16;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, or makes one when there is none. A file of another length is a lost key: it is set aside and a new one is made, so that the index gets rebuilt.</summary>
    public static byte[] ReadOrMake(DataFolder data)
    {
        Directory.CreateDirectory(data.Path);
        if (Read(data.IndexKey) is { } key) return key;
        if (File.Exists(data.IndexKey)) File.Move(data.IndexKey, data.IndexKey + ".unreadable", overwrite: true);
        var made = RandomNumberGenerator.GetBytes(KeyBytes);
        var draft = $"{data.IndexKey}.{Environment.ProcessId}";
        Write(draft, made);
        try
        {
            File.Move(draft, data.IndexKey, overwrite: false);
            return made;
        }
        catch (IOException) when (Read(data.IndexKey) is not null)
        {
            // another process was first; its key counts
            File.Delete(draft);
            return Read(data.IndexKey)!;
        }
    }

    /// <summary>Null for a file that is not there or holds no key.</summary>
    public static byte[]? Read(string file) => File.Exists(file) && File.ReadAllBytes(file) is { Length: KeyBytes } key ? key : null;

    private static void Write(string file, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        stream.Write(key);
        stream.Flush(flushToDisk: true);
    }
}
