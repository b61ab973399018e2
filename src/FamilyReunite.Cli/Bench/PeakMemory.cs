using System.Diagnostics;

namespace FamilyReunite.Cli.Bench;

/// <summary>The largest resident memory of this process since <see cref="Begin"/>.</summary>
internal static class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";

    /// <summary>Lets go of what the stage before left and starts the count anew, where the system can.</summary>
    public static void Begin()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            File.WriteAllText(Reset, "5");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // then the peak is that of the whole process, which is no less
        }
    }

    public static double Megabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }
}
