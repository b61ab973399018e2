using System.Text.Json;
using FamilyReunite.Photos.Faces;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests.Faces;

/// <summary>A pack made of weight files that lie outside the repository; FACE_MODELS and FACE_PHOTOS name their folders.</summary>
internal sealed class SharedPack : IDisposable
{
    private const string Detector = "face_detection_yunet_2026may.onnx", Recogniser = "face-reidentification-retail-0095.onnx";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-pack-");

    public SharedPack()
    {
        foreach (var file in (string[])[Detector, Recogniser]) File.Copy(Path.Combine(Beside("models", "FACE_MODELS")!, file), Path.Combine(_folder.FullName, file));
        var manifest = new PackManifest("yunet-2026may+retail-0095", "MIT; Apache-2.0", new PackFile(Detector, "ebafce4e3c118d6554634be5c27ab333b4c047a9a8c3faf1d7cf93101c22f0f0"), new PackFile(Recogniser, "08a7d3e06ae4701d9e236dcb409229cefee802a14fba58b2be043fb5cd91b05a"),
            new RecogniserShape(128, "BGR", 256, [.3156f, .4616f, .6826f, .4616f, .5003f, .6405f, .3495f, .8247f, .6534f, .8247f]));
        File.WriteAllText(Path.Combine(_folder.FullName, ModelPack.FileName), JsonSerializer.Serialize(manifest, JsonSerializerOptions.Web));
    }

    public string Folder => _folder.FullName;

    public string RecogniserFile => Path.Combine(Folder, Recogniser);

    /// <summary>The same weights under another contract, as a new version of a pack would be.</summary>
    public void Rename(string contract)
    {
        var path = Path.Combine(Folder, ModelPack.FileName);
        File.WriteAllText(path, JsonSerializer.Serialize(ModelPack.Read(File.ReadAllBytes(path)).Value! with { Contract = contract }, JsonSerializerOptions.Web));
    }

    public static bool IsThere => Beside("models", "FACE_MODELS") is { } m && File.Exists(Path.Combine(m, Detector)) && Beside("faces", "FACE_PHOTOS") is not null;

    /// <summary>The bytes of a photo as they came.</summary>
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Beside("faces", "FACE_PHOTOS")!, name));

    public static PixelImage Photo(string name)
    {
        using var decoded = SKBitmap.Decode(Path.Combine(Beside("faces", "FACE_PHOTOS")!, name));
        using var bitmap = decoded.Copy(SKColorType.Rgba8888);
        return new PixelImage(bitmap.Width, bitmap.Height, bitmap.Bytes);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The folder a variable names, else <c>shared/…</c> beside or above the checkout; null when there is none.</summary>
    private static string? Beside(string name, string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { } told) return Directory.Exists(told) ? told : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", name) is var path && Directory.Exists(path)) return path;
        return null;
    }
}
