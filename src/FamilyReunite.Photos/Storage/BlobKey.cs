using System.Security.Cryptography;

namespace FamilyReunite.Photos.Storage;

/// <summary>The installation's key for files at rest: 32 random bytes in a file that only its owner reads. Who loses it loses every photo, so backups carry it.</summary>
public sealed class BlobKey
{
    private const int Length = 32;
    private const int NonceLength = 12;

    /// <summary>Bytes by which a sealed text is longer.</summary>
    public const int Overhead = NonceLength + TagLength;
    private const int TagLength = 16;
    private readonly byte[] _key;

    private BlobKey(byte[] key) => _key = key;

    /// <summary>Reads the key, or makes one where none was made yet.</summary>
    /// <exception cref="InvalidDataException">The file is no key, or sealed files lie in <paramref name="blobs"/> and their key is gone: a new one would hide the loss.</exception>
    public static BlobKey OpenOrCreate(string path, string blobs)
    {
        if (!File.Exists(path))
        {
            if (Directory.Exists(blobs) && Directory.EnumerateFiles(blobs, "*" + FileBlobStore.Sealed, SearchOption.AllDirectories).Any())
                throw new InvalidDataException("The key of the stored files is missing. Put back blobs.key from a backup.");
            Create(path);
        }
        return Read(path);
    }

    /// <summary>Reads the key at <paramref name="path"/>, or makes one there when <paramref name="mayMake"/>.</summary>
    /// <exception cref="InvalidDataException">The file is no key, or it is missing where something was sealed with it.</exception>
    public static BlobKey OpenOrCreate(string path, bool mayMake)
    {
        if (!File.Exists(path))
        {
            if (!mayMake) throw new InvalidDataException($"The key {Path.GetFileName(path)} is missing. Put it back from a backup.");
            Create(path);
        }
        return Read(path);
    }

    private static BlobKey Read(string path)
    {
        var key = File.ReadAllBytes(path);
        return key.Length == Length ? new BlobKey(key) : throw new InvalidDataException($"The key {Path.GetFileName(path)} is damaged. Put it back from a backup.");
    }

    /// <summary>Nonce, AES-256-GCM cipher text, tag; bound to <paramref name="name"/>, so that one file cannot stand in for another.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> name)
    {
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length), name);
        return box;
    }

    /// <exception cref="InvalidDataException">Changed after it was sealed, or sealed with another key or name.</exception>
    public byte[] Unseal(ReadOnlySpan<byte> box, ReadOnlySpan<byte> name)
    {
        var plain = new byte[Math.Max(0, box.Length - Overhead)];
        using var opener = new Opener(this);
        opener.Unseal(box, name, plain);
        return plain;
    }

    /// <summary>Unseals many small boxes with one cipher. For one thread.</summary>
    internal sealed class Opener(BlobKey key) : IDisposable
    {
        private readonly AesGcm _aes = new(key._key, TagLength);

        /// <param name="plain">As long as the box without its <see cref="Overhead"/>.</param>
        /// <exception cref="InvalidDataException">Changed after it was sealed, or sealed with another key or name.</exception>
        public void Unseal(ReadOnlySpan<byte> box, ReadOnlySpan<byte> name, Span<byte> plain)
        {
            if (box.Length < Overhead) throw new InvalidDataException("A stored file is cut short.");
            try
            {
                _aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, name);
            }
            catch (AuthenticationTagMismatchException e)
            {
                throw new InvalidDataException("A stored file was changed or belongs to another key.", e);
            }
        }

        public void Dispose() => _aes.Dispose();
    }

    /// <summary>Two processes may start at once: the first key stays.</summary>
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }
}
