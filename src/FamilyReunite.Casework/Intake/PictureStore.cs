using FamilyReunite.Photos;
using FamilyReunite.Photos.Storage;

namespace FamilyReunite.Casework.Intake;

public enum PictureSize { Thumbnail, Display }

/// <summary>Small pictures of stored photos, without metadata, as WebP. Disposable: one that is missing is made anew from the original.</summary>
public sealed class PictureStore(DataFolder data, IBlobStore blobs, IPhotoReader reader, TimeProvider clock)
{
    public const string MediaType = "image/webp";

    /// <param name="sha256">Of the original.</param>
    public async Task KeepAsync(string sha256, ReadPhoto photo, CancellationToken ct)
    {
        await WriteAsync(PathOf(sha256, PictureSize.Thumbnail), photo.ThumbnailWebp, ct);
        await WriteAsync(PathOf(sha256, PictureSize.Display), photo.DisplayWebp, ct);
    }

    /// <summary>Null when the original is not there or is no photo.</summary>
    public async Task<Stream?> OpenAsync(string sha256, PictureSize size, CancellationToken ct)
    {
        var path = PathOf(sha256, size);
        if (!File.Exists(path))
        {
            await using var original = blobs.OpenRead(sha256);
            if (original is null) return null;
            using var bytes = new MemoryStream();
            await original.CopyToAsync(bytes, ct);
            if (reader.Read(bytes.ToArray()).Value is not { } photo) return null;
            await KeepAsync(sha256, photo, ct);
        }
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);
    }

    /// <summary>Deletes the small pictures of this server.</summary>
    public void Forget(string sha256)
    {
        foreach (var size in Enum.GetValues<PictureSize>())
            if (PathOf(sha256, size) is var path && File.Exists(path)) File.Delete(path);
    }

    private async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.CreateVersion7(clock.GetUtcNow()):N}.part";
        await File.WriteAllBytesAsync(beside, bytes, ct);
        File.Move(beside, path, overwrite: true);
    }

    private string PathOf(string sha256, PictureSize size) => Path.Combine(data.Path, "pictures", sha256[..2], $"{sha256}.{(size == PictureSize.Thumbnail ? "small" : "large")}.webp");
}
