using System.Security.Cryptography;

namespace FamilyReunite.Photos.Storage;

/// <summary>Blobs as files <c>ab/abcd…</c> below one folder. A file under its final name is always whole: it is written beside, flushed to the disk, then renamed.</summary>
public sealed class FileBlobStore(string folder, TimeProvider clock) : IBlobStore
{
    private const int HexLength = 64;
    private readonly string _folder = Path.GetFullPath(folder);

    public async Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(sha256);
        if (File.Exists(path)) return sha256;
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
        return sha256;
    }

    public Stream? OpenRead(string sha256)
    {
        if (!IsSha256(sha256)) return null;
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Exists(string sha256) => IsSha256(sha256) && File.Exists(PathOf(sha256));

    private static bool IsSha256(string text) => text.Length == HexLength && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);
}
