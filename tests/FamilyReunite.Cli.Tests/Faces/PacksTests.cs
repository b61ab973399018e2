using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;
using FamilyReunite.Data;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Cli.Tests.Faces;

public sealed class PacksTests
{
    [Fact]
    public async Task Install_WithTheLicenceAccepted_IsInTheAuditChain()
    {
        using var cli = new CliRun();
        var folder = Path.GetDirectoryName(cli.Write("detector.onnx", "d"))!;
        cli.Write("recogniser.onnx", "r");
        cli.Write(ModelPack.FileName, JsonSerializer.Serialize(new PackManifest("a+b/1", "Apache-2.0", File("detector.onnx", "d"), File("recogniser.onnx", "r"), new RecogniserShape(112, "RGB", 128, new float[10])), JsonSerializerOptions.Web));
        Assert.Equal(ExitCode.Usage, (await cli.RunAsync("models", "install", folder)).Code);
        Assert.False(Directory.Exists(cli.Data) && System.IO.File.Exists(Path.Combine(cli.Data, "reunite.db")));

        var result = await cli.RunAsync("models", "install", folder, "--accept-licence");
        Assert.Equal((ExitCode.Fine, ""), (result.Code, result.Error));
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(cli.Data, "reunite.db"));
        await using var db = new ReuniteDb(options.Options);
        var entry = await db.AuditEntries.SingleAsync(a => a.Action == "face.pack-installed", TestContext.Current.CancellationToken);
        Assert.StartsWith("contract=a_b_1 ", entry.Detail, StringComparison.Ordinal);
        Assert.Contains("calibrated=no licence-accepted", entry.Detail, StringComparison.Ordinal);
    }

    private static PackFile File(string name, string text) => new(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
