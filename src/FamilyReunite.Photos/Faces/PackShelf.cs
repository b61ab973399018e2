using System.Text.Json;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces;

/// <summary>The model packs of an installation, one folder a contract. The product brings none: an operator installs one and answers for its licence.</summary>
/// <param name="folder">Made with the first pack.</param>
public sealed class PackShelf(string folder, HttpClient http)
{
    /// <summary>Largest weight file taken, in bytes; SFace has 39 MB.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private const string Draft = ".draft";
    private const string InUse = "in-use";

    /// <summary>The pack in use, checked: the one installed last. Problems: face.no-pack, face.pack-unreadable, face.pack-format, face.pack-changed.</summary>
    public Outcome<ModelPack> Open()
    {
        var path = Path.Combine(folder, InUse);
        return File.Exists(path) ? ModelPack.Open(Path.Combine(folder, FolderOf(File.ReadAllText(path).Trim()))) : new Problem("face.no-pack");
    }

    /// <summary>Of the pack in use, unchecked; null without one.</summary>
    public string? Contract() => File.Exists(Path.Combine(folder, InUse)) ? File.ReadAllText(Path.Combine(folder, InUse)).Trim() : null;

    /// <summary>Every whole pack, by contract. A pack whose files were altered since is left out.</summary>
    public IReadOnlyList<ModelPack> List() => !Directory.Exists(folder) ? []
        : [.. Directory.GetDirectories(folder).Where(d => !d.EndsWith(Draft, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ModelPack.Open).Where(p => p.Succeeded).Select(p => p.Value!)];

    /// <summary>Copies a pack in, checked file by file; it gets its name only when it is whole. The same pack again changes nothing.</summary>
    /// <param name="from">A folder, or the address of one, that holds <c>pack.json</c> and the files it names.</param>
    /// <param name="licenceAccepted">The operator has read the licence and answers for it.</param>
    /// <returns>face.pack-not-found, face.pack-unreadable, face.pack-changed (file), face.pack-too-large (file, most in MB), face.licence-not-accepted (licence).</returns>
    public async Task<Outcome<ModelPack>> InstallAsync(string from, bool licenceAccepted, IProgress<long>? bytes, CancellationToken ct)
    {
        var source = PackSource.Of(from, http);
        if (await source.ReadAsync(ModelPack.FileName, ct) is not { } described) return new Problem("face.pack-not-found", "from");
        var read = ModelPack.Read(described);
        if (read.Value is not { } manifest) return read.Problems.ToArray();
        if (!licenceAccepted) return new Problem("face.licence-not-accepted", "accept-licence", manifest.Licence);
        var target = Path.Combine(folder, FolderOf(manifest.Contract));
        if (Directory.Exists(target) && ModelPack.Open(target) is { Value: { } there } && Same(there.Manifest, manifest)) return Use(there);
        var draft = target + Draft;
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        try
        {
            foreach (var file in new[] { manifest.Detector, manifest.Recogniser }.DistinctBy(f => f.File))
                if (await source.CopyAsync(file.File, Path.Combine(draft, file.File), MostBytes, bytes, ct) is { } problem) return problem;
            await File.WriteAllBytesAsync(Path.Combine(draft, ModelPack.FileName), described, ct);
            var whole = ModelPack.Open(draft);
            if (!whole.Succeeded) return whole;
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            Directory.Move(draft, target);
            var opened = ModelPack.Open(target);
            return opened.Value is { } pack ? Use(pack) : opened;
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private ModelPack Use(ModelPack pack)
    {
        File.WriteAllText(Path.Combine(folder, InUse), pack.Manifest.Contract);
        return pack;
    }

    /// <summary>A contract may hold signs that the name of a folder or file may not.</summary>
    public static string FolderOf(string contract) => string.Concat(contract.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));

    private static bool Same(PackManifest a, PackManifest b) => JsonSerializer.Serialize(a) == JsonSerializer.Serialize(b);
}
