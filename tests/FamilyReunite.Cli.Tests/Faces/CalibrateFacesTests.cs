using System.Globalization;
using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Tests.Faces;
using SkiaSharp;

namespace FamilyReunite.Cli.Tests.Faces;

/// <summary>Drawn portraits, each turned, scaled and lit anew by chance, stand for the photos of as many people.</summary>
public sealed class CalibrateFacesTests
{
    private const int People = 24, Photos = 4;

    [Fact]
    public async Task Calibrate_DrawnPeople_GivesAPackThatInstalls()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        using var cli = new CliRun();
        var (people, written) = (Draw(cli), Path.Combine(cli.Data, "new", "pack.json"));
        var result = await cli.RunAsync("models", "calibrate", "--pack", pack.Folder, "--people", people, "--ages", "adults", "--years", "3", "--source", "invented portraits", "--out", written, "--lang", "en");
        Assert.True(result.Code is ExitCode.Fine or ExitCode.Finding, result.Error);
        var calibration = ModelPack.Read(await File.ReadAllBytesAsync(written, Ct)).Value!.Calibration!;
        Assert.Equal("invented portraits", calibration.Source);
        // drawings are seen as such, so they count as hard to compare, and nothing is said of clear photos
        Assert.Equal((false, FaceAges.Adults, 3), calibration.Cells.Select(c => (c.Clear, c.Ages, c.MostYears)).Single());
        Assert.True(calibration.Cells[0].Bars[^1].Weight > 1, "The same drawing is told from another.");

        File.Copy(written, Path.Combine(pack.Folder, ModelPack.FileName), overwrite: true);
        Assert.Equal(ExitCode.Fine, (await cli.RunAsync("models", "install", pack.Folder, "--accept-licence")).Code);

        var measured = JsonDocument.Parse((await cli.RunAsync("evaluate", "faces", "--pack", pack.Folder, "--people", people, "--json")).Output).RootElement;
        var (low, share, high) = (measured.GetProperty("true_accept_low").GetDouble(), measured.GetProperty("true_accept").GetDouble(), measured.GetProperty("true_accept_high").GetDouble());
        Assert.True(low <= share && share <= high && high - low > .05);
        Assert.Equal(JsonValueKind.Number, measured.GetProperty("rank1").ValueKind);
    }

    [Fact]
    public async Task Calibrate_MissingContradictoryOrFew_SaysWhichAndWritesNothing()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        using var cli = new CliRun();
        var target = Path.Combine(cli.Data, "out.json");
        foreach (var (text, said) in new[] { ("a\tb\t1\nb\tc\t1\na\tc\t0\n", "a and c are said to be strangers"), ("a\tb\t1\nc\td\t0\n", "4 photos of the list are not there, the first is a"), ("a\tb\t1\na\tb\t2\n", "Line 2 is no pair"), ("", "There are no photo pairs") })
        {
            var result = await cli.RunAsync("models", "calibrate", "--pack", pack.Folder, "--pairs", cli.Write("pairs.tsv", text), "--out", target, "--lang", "en");
            Assert.Equal(ExitCode.Usage, result.Code);
            Assert.Contains(said, result.Error, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(target));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Draw(CliRun cli)
    {
        var (random, root) = (new Random(4), Path.GetDirectoryName(cli.Write("people.txt", ""))!);
        var drawn = Directory.GetFiles(Path.Combine(Checkout(), "data-samples", "photos"), "m-*.png").Order(StringComparer.Ordinal).Take(People).ToList();
        for (var person = 0; person < drawn.Count; person++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, "people", person.ToString("D2", CultureInfo.InvariantCulture)));
            using var portrait = SKBitmap.Decode(drawn[person]);
            for (var photo = 0; photo < Photos; photo++) File.WriteAllBytes(Path.Combine(folder.FullName, $"{photo}.jpg"), Turned(portrait, random));
        }
        return Path.Combine(root, "people");
    }

    private static byte[] Turned(SKBitmap portrait, Random random)
    {
        using var bitmap = new SKBitmap(320, 380, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.LightGray);
        canvas.Translate(160, 190);
        canvas.RotateDegrees((float)(random.NextDouble() * 10 - 5));
        canvas.Scale((float)(.9 + random.NextDouble() * .2));
        var light = (float)(.85 + random.NextDouble() * .3);
        using var paint = new SKPaint { ColorFilter = SKColorFilter.CreateColorMatrix([light, 0, 0, 0, 0, 0, light, 0, 0, 0, 0, 0, light, 0, 0, 0, 0, 0, 1, 0]) };
        canvas.DrawBitmap(portrait, -portrait.Width / 2f, -portrait.Height / 2f, paint);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 70 + random.Next(25));
        return data.ToArray();
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("FamilyReunite.sln").Length == 0) folder = folder.Parent ?? throw new DirectoryNotFoundException("FamilyReunite.sln");
        return folder.FullName;
    }
}
