using System.Diagnostics;

namespace FamilyReunite.Photos.Tests.Safety;

/// <summary>A process that confines itself as the decoder does, then tries what a decoder that was taken over would try.</summary>
[Collection(nameof(Alone))]
public sealed class ConfinementTests
{
    [Theory]
    [InlineData("write-file")]
    [InlineData("empty-file")]
    [InlineData("delete-file")]
    [InlineData("rename-file")]
    [InlineData("open-socket")]
    [InlineData("start-program")]
    [InlineData("take-memory")]
    [InlineData("signal-parent")]
    [InlineData("gain-rights")]
    public void Enter_ThenTry_IsRefused(string attempt)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "enforced by Linux on x86-64");
        Assert.Equal("refused", Probe(attempt, confined: true));
    }

    /// <summary>The attempts succeed where nothing confines them, so that "refused" means the confinement.</summary>
    [Theory]
    [InlineData("write-file")]
    [InlineData("empty-file")]
    [InlineData("delete-file")]
    [InlineData("rename-file")]
    [InlineData("open-socket")]
    [InlineData("start-program")]
    [InlineData("signal-parent")]
    public void Try_WithoutConfinement_Succeeds(string attempt)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the attempts are those of Linux");
        Assert.Equal("done", Probe(attempt, confined: false));
    }

    private static string Probe(string attempt, bool confined)
    {
        var folder = Directory.CreateTempSubdirectory("reunite-probe-");
        var program = Path.Combine(AppContext.BaseDirectory, "FamilyReunite.Photos.Probe.dll");
        var start = new ProcessStartInfo("dotnet", [program, attempt, confined ? "confined" : "free", Path.Combine(folder.FullName, "file")]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        if (confined) Assert.Equal("here before", File.ReadAllText(Assert.Single(folder.GetFiles()).FullName));
        folder.Delete(recursive: true);
        return said;
    }
}
