using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces;

/// <summary>Where a pack is taken from: a folder, or an address whose files lie side by side.</summary>
internal abstract class PackSource
{
    /// <summary>A description is small.</summary>
    private const int MostDescription = 1024 * 1024;

    public static PackSource Of(string from, HttpClient http) => Uri.TryCreate(from, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? new WebSource(http, address.AbsolutePath.EndsWith('/') || address.AbsolutePath.EndsWith(".json", StringComparison.Ordinal) ? address : new Uri(address + "/"))
        : new FolderSource(from);

    /// <summary>Null when it is not there.</summary>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken ct)
    {
        await using var stream = await OpenAsync(name, ct);
        if (stream is null) return null;
        using var all = new MemoryStream();
        return await CopyAsync(stream, all, MostDescription, null, ct) ? all.ToArray() : null;
    }

    /// <returns>face.pack-changed when the file is not there, face.pack-too-large.</returns>
    public async Task<Problem?> CopyAsync(string name, string to, long most, IProgress<long>? bytes, CancellationToken ct)
    {
        await using var stream = await OpenAsync(name, ct);
        if (stream is null) return new Problem("face.pack-changed", null, name);
        await using var file = File.Create(to);
        return await CopyAsync(stream, file, most, bytes, ct) ? null : new Problem("face.pack-too-large", null, name, most / 1024 / 1024);
    }

    protected abstract Task<Stream?> OpenAsync(string name, CancellationToken ct);

    private static async Task<bool> CopyAsync(Stream from, Stream to, long most, IProgress<long>? bytes, CancellationToken ct)
    {
        var buffer = new byte[81920];
        var copied = 0L;
        for (int n; (n = await from.ReadAsync(buffer, ct)) > 0;)
        {
            if ((copied += n) > most) return false;
            await to.WriteAsync(buffer.AsMemory(0, n), ct);
            bytes?.Report(copied);
        }
        return true;
    }

    private sealed class FolderSource(string folder) : PackSource
    {
        protected override Task<Stream?> OpenAsync(string name, CancellationToken ct) =>
            Task.FromResult<Stream?>(File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null);
    }

    private sealed class WebSource(HttpClient http, Uri folder) : PackSource
    {
        protected override async Task<Stream?> OpenAsync(string name, CancellationToken ct)
        {
            try
            {
                var answer = await http.GetAsync(new Uri(folder, name), HttpCompletionOption.ResponseHeadersRead, ct);
                return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStreamAsync(ct) : null;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }
}
