using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class PackShelfTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-shelf-");

    private string Source => Path.Combine(_folder.FullName, "from");

    private string Packs => Path.Combine(_folder.FullName, "packs");

    [Fact]
    public async Task Install_LicenceNotAccepted_NamesItAndTakesNothing()
    {
        Write();
        var problem = Assert.Single((await Shelf().InstallAsync(Source, false, null, default)).Problems);
        Assert.Equal(("face.licence-not-accepted", "Apache-2.0"), (problem.Code, problem.Args[0]));
        Assert.False(Directory.Exists(Packs));
    }

    [Fact]
    public async Task Install_WholePack_IsListedAndAgainChangesNothing()
    {
        Write();
        Assert.True((await Shelf().InstallAsync(Source, true, null, default)).Succeeded);
        var at = Directory.GetLastWriteTimeUtc(Directory.GetDirectories(Packs).Single());
        Assert.True((await Shelf().InstallAsync(Source, true, null, default)).Succeeded);
        Assert.Equal(at, Directory.GetLastWriteTimeUtc(Directory.GetDirectories(Packs).Single()));
        Assert.Equal("a+b/1", Assert.Single(Shelf().List()).Manifest.Contract);
    }

    [Theory]
    [InlineData("detector.onnx", "other bytes", "face.pack-changed")]
    [InlineData("pack.json", "{", "face.pack-unreadable")]
    [InlineData("pack.json", null, "face.pack-not-found")]
    [InlineData("recogniser.onnx", null, "face.pack-changed")]
    public async Task Install_BadPack_SaysWhyAndLeavesNoHalf(string file, string? content, string code)
    {
        Write();
        if (content is null) File.Delete(Path.Combine(Source, file));
        else await File.WriteAllTextAsync(Path.Combine(Source, file), content, TestContext.Current.CancellationToken);
        Assert.Equal(code, Assert.Single((await Shelf().InstallAsync(Source, true, null, default)).Problems).Code);
        Assert.True(!Directory.Exists(Packs) || Directory.GetFileSystemEntries(Packs).Length == 0);
    }

    [Fact]
    public async Task Install_FileOutsideTheFolder_IsRefused()
    {
        Write(detector: "../detector.onnx");
        Assert.Equal("face.pack-unreadable", Assert.Single((await Shelf().InstallAsync(Source, true, null, default)).Problems).Code);
    }

    [Fact]
    public async Task Install_FromAnAddress_FetchesWhatThePackNames()
    {
        Write();
        using var server = new FolderServer(Source);
        using var http = new HttpClient(server);
        Assert.True((await new PackShelf(Packs, http).InstallAsync("https://packs.example/yunet", true, null, default)).Succeeded);
        Assert.Equal(["/yunet/pack.json", "/yunet/detector.onnx", "/yunet/recogniser.onnx"], server.Asked);
        Assert.Equal("face.pack-not-found", Assert.Single((await new PackShelf(Packs, http).InstallAsync("https://packs.example/elsewhere/", true, null, default)).Problems).Code);
    }

    [Fact]
    public async Task List_FileAlteredLater_LeavesThePackOut()
    {
        Write();
        await Shelf().InstallAsync(Source, true, null, default);
        await File.WriteAllTextAsync(Path.Combine(Directory.GetDirectories(Packs).Single(), "recogniser.onnx"), "altered", TestContext.Current.CancellationToken);
        Assert.Empty(Shelf().List());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private PackShelf Shelf() => new(Packs, new HttpClient(new FolderServer(Source)));

    private void Write(string detector = "detector.onnx")
    {
        Directory.CreateDirectory(Source);
        byte[] bytes = [1, 2, 3];
        foreach (var file in (string[])["detector.onnx", "recogniser.onnx"]) File.WriteAllBytes(Path.Combine(Source, file), bytes);
        var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
        File.WriteAllText(Path.Combine(Source, "pack.json"), JsonSerializer.Serialize(new PackManifest("a+b/1", "Apache-2.0", new PackFile(detector, sum), new PackFile("recogniser.onnx", sum), new RecogniserShape(112, "RGB", 128, new float[10])), JsonSerializerOptions.Web));
    }

    /// <summary>Answers addresses below /yunet/ with the files of a folder.</summary>
    private sealed class FolderServer(string folder) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (!path.StartsWith("/yunet/", StringComparison.Ordinal)) return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
            Asked.Add(path);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(path)))) });
        }
    }
}
