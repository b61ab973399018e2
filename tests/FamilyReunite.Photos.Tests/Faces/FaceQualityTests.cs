using FamilyReunite.Domain.Faces;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Reading;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class FaceQualityTests
{
    private const int EveryOther = 6;

    [Fact]
    public void Look_DrawnPortraits_AreSaidToLookDrawn()
    {
        Assert.SkipUnless(SharedPack.IsThere, "The test pack of face models is not on this machine.");
        using var shared = new SharedPack();
        using var engine = new FaceEngine(ModelPack.Open(shared.Folder).Value!);
        var files = Directory.GetFiles(Samples(), "*.png").Order(StringComparer.Ordinal).Where((_, i) => i % EveryOther == 0).ToList();
        var faces = files.SelectMany(f => engine.Look(Shown(File.ReadAllBytes(f)))).ToList();
        Assert.True(faces.Count >= files.Count / 2);
        Assert.All(faces, f => Assert.True(f.Doubts.HasFlag(FaceDoubts.Drawn), $"{f}"));
    }

    [Theory]
    [InlineData("biden_7mpx.jpg", 1, 90)]
    [InlineData("biden_7mpx.jpg", 1.9, 70)]
    [InlineData("biden_7mpx.jpg", 1, 8)]
    [InlineData("obama_family.jpg", 1, 90)]
    [InlineData("obama_family.jpg", 1.9, 70)]
    public void Look_Photos_AreNotSaidToBeDrawn(string file, double exposure, int quality)
    {
        Assert.SkipUnless(SharedPack.IsThere, "The test pack of face models is not on this machine.");
        using var shared = new SharedPack();
        using var engine = new FaceEngine(ModelPack.Open(shared.Folder).Value!);
        var faces = engine.Look(Shown(Exposed(file, (float)exposure, quality)));
        Assert.NotEmpty(faces);
        Assert.All(faces, f => Assert.False(f.Doubts.HasFlag(FaceDoubts.Drawn) || f.Doubts.HasFlag(FaceDoubts.EyesCovered), $"{f}"));
    }

    [Theory]
    [InlineData("biden_7mpx.jpg")]
    [InlineData("obama_family.jpg")]
    public void Look_DarkGlassesPaintedOn_AreSaid(string file)
    {
        Assert.SkipUnless(SharedPack.IsThere, "The test pack of face models is not on this machine.");
        using var shared = new SharedPack();
        using var engine = new FaceEngine(ModelPack.Open(shared.Folder).Value!);
        var image = Shown(SharedPack.Bytes(file));
        using var bitmap = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        image.Rgba.CopyTo(bitmap.GetPixelSpan());
        var plain = engine.Look(image);
        using (var canvas = new SKCanvas(bitmap))
        using (var glass = new SKPaint { Color = new SKColor(12, 12, 16, 235), IsAntialias = true })
            foreach (var face in plain)
            {
                var (lx, ly, rx, ry) = (face.Points[0] * image.Width, face.Points[1] * image.Height, face.Points[2] * image.Width, face.Points[3] * image.Height);
                var apart = MathF.Sqrt((rx - lx) * (rx - lx) + (ry - ly) * (ry - ly));
                canvas.DrawOval(lx, ly, apart * .4f, apart * .28f, glass);
                canvas.DrawOval(rx, ry, apart * .4f, apart * .28f, glass);
            }
        var covered = engine.Look(new PixelImage(image.Width, image.Height, bitmap.Bytes));
        Assert.NotEmpty(covered);
        Assert.All(covered, f => Assert.True(f.Doubts.HasFlag(FaceDoubts.EyesCovered), $"{f}"));
    }

    /// <summary>As our own reader keeps it.</summary>
    private static PixelImage Shown(byte[] bytes) => ShownPixels.Of(new SkiaPhotoReader().Read(bytes).Value!.DisplayWebp);

    private static byte[] Exposed(string file, float by, int quality)
    {
        using var photo = SKBitmap.Decode(SharedPack.Bytes(file));
        using var changed = new SKBitmap(new SKImageInfo(photo.Width, photo.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(changed))
        using (var filter = SKColorFilter.CreateColorMatrix([by, 0, 0, 0, 0, 0, by, 0, 0, 0, 0, 0, by, 0, 0, 0, 0, 0, 1, 0]))
        using (var paint = new SKPaint { ColorFilter = filter })
            canvas.DrawBitmap(photo, 0, 0, paint);
        using var data = changed.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    private static string Samples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data-samples", "photos") is var path && Directory.Exists(path)) return path;
        throw new DirectoryNotFoundException("data-samples/photos");
    }
}
