using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Photos.Storage;

/// <summary>Blobs as files <c>ab/abcd….sealed</c> below one folder, encrypted with the installation's key; plain ones of earlier versions stay readable until they are sealed.
/// A file under its final name is always whole: it is written beside, flushed to the disk, then renamed.</summary>
/// <param name="key">Null keeps plain bytes.</param>
public sealed class FileBlobStore(string folder, TimeProvider clock, BlobKey? key = null) : IBlobStore
{
    internal const string Sealed = ".sealed";
    private const string Leaving = ".leaving.part";
    private const int HexLength = 64;
    private readonly string _folder = Path.GetFullPath(folder);

    public async Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (Exists(sha256)) return sha256;
        await KeepAsync(sha256, bytes, ct).ConfigureAwait(false);
        return sha256;
    }

    /// <summary>Encrypts what an earlier version stored plain; the plain file goes when its sealed one is on the disk. Returns how many.</summary>
    public async Task<int> SealPlainAsync(CancellationToken ct)
    {
        if (key is null || !Directory.Exists(_folder)) return 0;
        var done = 0;
        foreach (var plain in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => IsSha256(Path.GetFileName(f))).ToList())
        {
            var sha256 = Path.GetFileName(plain);
            var bytes = await File.ReadAllBytesAsync(plain, ct).ConfigureAwait(false);
            // a damaged file is left as it is: sealing it would hide the damage
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256) continue;
            if (!File.Exists(PathOf(sha256) + Sealed)) await KeepAsync(sha256, bytes, ct).ConfigureAwait(false);
            File.Delete(plain);
            done++;
        }
        return done;
    }

    private async Task KeepAsync(string sha256, ReadOnlyMemory<byte> plain, CancellationToken ct)
    {
        var path = key is null ? PathOf(sha256) : PathOf(sha256) + Sealed;
        var bytes = key is null ? plain : key.Seal(plain.Span, Encoding.ASCII.GetBytes(sha256));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = Path.Combine(_folder, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}.part");
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
            {
                await file.WriteAsync(bytes, ct).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    public Stream? OpenRead(string sha256)
    {
        if (!IsSha256(sha256)) return null;
        if (key is not null && File.Exists(PathOf(sha256) + Sealed))
            return new MemoryStream(key.Unseal(File.ReadAllBytes(PathOf(sha256) + Sealed), Encoding.ASCII.GetBytes(sha256)), writable: false);
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Exists(string sha256) => IsSha256(sha256) && (File.Exists(PathOf(sha256) + Sealed) || File.Exists(PathOf(sha256)));

    public async Task<bool> DeleteUnlessAsync(string sha256, Func<CancellationToken, Task<bool>> isHeld, CancellationToken ct)
    {
        if (!IsSha256(sha256)) return true;
        var held = await isHeld(ct).ConfigureAwait(false);
        foreach (var path in new[] { PathOf(sha256), PathOf(sha256) + Sealed })
        {
            var aside = path + Leaving;
            if (!held && File.Exists(path))
            {
                File.Move(path, aside, overwrite: true);
                held = await isHeld(ct).ConfigureAwait(false);
            }
            // also what a stop left half-way
            if (!held) File.Delete(aside);
            else if (File.Exists(aside)) File.Move(aside, path, overwrite: true);
        }
        return !held;
    }

    private static bool IsSha256(string text) => text.Length == HexLength && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);
}
