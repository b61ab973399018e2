using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces;

/// <summary>One weight file of a pack.</summary>
/// <param name="Sha256">Lower-case hex; a file that differs is never loaded.</param>
public sealed record PackFile(string File, string Sha256);

/// <summary>How the recogniser wants its input.</summary>
/// <param name="Side">Width and height of the aligned face in pixels.</param>
/// <param name="Order">Of the channels: RGB or BGR, 0 to 255 without a mean.</param>
/// <param name="Dimension">Of its vector.</param>
/// <param name="Template">Where the image-left eye, image-right eye, nose, left and right mouth corner come to lie, x and y in turn, as fractions of the side.</param>
public sealed record RecogniserShape(int Side, string Order, int Dimension, float[] Template);

/// <summary>A model pack as its <c>pack.json</c> describes it.</summary>
/// <param name="Contract">Names the vectors of this pack; vectors of two contracts are never compared.</param>
public sealed record PackManifest(string Contract, string Licence, PackFile Detector, PackFile Recogniser, RecogniserShape Input)
{
    /// <summary>The only layout of pack.json that this version reads.</summary>
    public const int KnownFormat = 1;

    public int Format { get; init; } = KnownFormat;

    /// <summary>What a similarity is worth; null where nobody measured it, and then no number is told.</summary>
    public FaceCalibration? Calibration { get; init; }
}

/// <summary>An installed and checked model pack.</summary>
public sealed record ModelPack(string Folder, PackManifest Manifest)
{
    public const string FileName = "pack.json";
    private const int Points = 10;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private static readonly JsonSerializerOptions Written = new(Json) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string DetectorPath => Path.Combine(Folder, Manifest.Detector.File);

    public string RecogniserPath => Path.Combine(Folder, Manifest.Recogniser.File);

    /// <summary>Reads and checks a pack. Problems: face.no-pack, face.pack-unreadable, face.pack-changed (file).</summary>
    public static Outcome<ModelPack> Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return new Problem("face.no-pack");
        var read = Read(File.ReadAllBytes(path));
        if (read.Value is not { } manifest) return read.Problems.ToArray();
        foreach (var file in new[] { manifest.Detector, manifest.Recogniser })
            if (!IsUnchanged(Path.Combine(folder, file.File), file.Sha256)) return new Problem("face.pack-changed", null, file.File);
        return new ModelPack(folder, manifest);
    }

    /// <summary>What a <c>pack.json</c> says. Problems: face.pack-unreadable, face.pack-format (number).</summary>
    public static Outcome<PackManifest> Read(byte[] description)
    {
        try
        {
            // editors put a mark before the text that the JSON reader does not take
            var manifest = JsonSerializer.Deserialize<PackManifest>(description.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? description.AsSpan(Encoding.UTF8.Preamble.Length) : description, Json);
            if (manifest is { Format: not PackManifest.KnownFormat }) return new Problem("face.pack-format", null, manifest.Format);
            return manifest is not null && IsPossible(manifest) ? manifest : new Problem("face.pack-unreadable");
        }
        catch (JsonException)
        {
            return new Problem("face.pack-unreadable");
        }
    }

    /// <summary>The text of a <c>pack.json</c>.</summary>
    public static byte[] Write(PackManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Written);

    private static bool IsPossible(PackManifest m) =>
        m.Contract.Length > 0 && (m.Calibration?.IsPossible ?? true) && m.Input is { Side: >= 32 and <= 512, Dimension: >= 32 and <= 4096, Order: "RGB" or "BGR", Template.Length: Points }
        && m.Input.Template.All(float.IsFinite) && new[] { m.Detector.File, m.Recogniser.File }.All(f => f.Length > 0 && f == Path.GetFileName(f));

    private static bool IsUnchanged(string path, string sha256)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256;
    }
}
