using FamilyReunite.Cli;

namespace FamilyReunite.Benchmarks.MatchRun;

/// <summary>Nights at two sizes in a folder that goes again, by the command itself.</summary>
internal static class NightQuickRun
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("family-reunite-night-");
        try
        {
            await ReuniteCommand.Create().Parse(["bench", "--reports", "10000", "100000", "--data", folder.FullName, "--lang", "en"]).InvokeAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
