using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class RowFileTests
{
    private static readonly string Samples = Casework.Demo.DemoFolder.Find() ?? throw new DirectoryNotFoundException("data-samples");

    [Fact]
    public async Task Import_Photo_IsStoredOnceUnderItsHash()
    {
        await using var desk = await Desk.OpenAsync();
        Directory.CreateDirectory(Path.Combine(desk.Files, "photos"));
        File.Copy(Path.Combine(Samples, "photos", "s-0006.png"), Path.Combine(desk.Files, "photos", "a.png"));
        const string row = """{"source_id":"S-1","photo":"photos/a.png"}""";
        Assert.Empty((await desk.ImportAsync(row)).Problems);
        Assert.Equal(1, (await desk.ImportAsync(row)).Unchanged);
        var photo = Assert.Single((await desk.RecordAsync("S-1")).Attachments);
        Assert.Equal((AttachmentKind.Photo, "image/png", "a.png", 240, 300), (photo.Kind, photo.MediaType, photo.FileName, photo.Width, photo.Height));
        Assert.NotEqual(0, photo.PerceptualHash);
        Assert.True(File.Exists(Path.Combine(desk.Data.Blobs, photo.Sha256[..2], photo.Sha256 + ".sealed")));
    }

    [Fact]
    public async Task Import_PhotoOfAnotherRecord_IsTakenWithAWarningThatNamesNobody()
    {
        await using var desk = await Desk.OpenAsync();
        File.Copy(Path.Combine(Samples, "photos", "s-0006.png"), Path.Combine(desk.Files, "a.png"));
        Assert.Empty((await desk.ImportAsync("""{"source_id":"S-1","photo":"a.png"}""")).Problems);
        var again = await desk.ImportAsync("""{"source_id":"S-2","photo":"a.png"}""");
        var warning = Assert.Single(again.Problems);
        Assert.Equal((1, "photo", "import.photo-used", true), (warning.Row, warning.Column, warning.Problem.Code, warning.Kept));
        Assert.Equal(1, Assert.Single(warning.Problem.Args));
        Assert.Single((await desk.RecordAsync("S-2")).Attachments);
    }

    [Theory]
    [InlineData("../secret.png", "import.file-outside")]
    [InlineData("/etc/hostname", "import.file-outside")]
    [InlineData("link.png", "import.file-outside")]
    [InlineData("photos/none.png", "import.file-missing")]
    [InlineData("rows.txt", "photo.not-a-photo")]
    [InlineData("large.png", "photo.too-large")]
    public async Task Import_BadPhoto_IsAWarningAndTheRecordIsKept(string path, string code)
    {
        await using var desk = await Desk.OpenAsync();
        File.Copy(Path.Combine(Samples, "photos", "s-0006.png"), Path.Combine(desk.Files, "..", "secret.png"));
        File.CreateSymbolicLink(Path.Combine(desk.Files, "link.png"), Path.Combine(desk.Files, "..", "secret.png"));
        await using (var large = File.Create(Path.Combine(desk.Files, "large.png"))) large.SetLength(40 * 1024 * 1024);
        var result = await desk.ImportAsync($$"""{"source_id":"S-1","photo":"{{path}}"}""");
        var problem = Assert.Single(result.Problems);
        Assert.Equal((1, "photo", code, true), (problem.Row, problem.Column, problem.Problem.Code, problem.Kept));
        Assert.Equal(1, result.Added);
        Assert.Empty((await desk.RecordAsync("S-1")).Attachments);
    }
}
