using FamilyReunite.Casework;

namespace FamilyReunite.Web.Startup;

/// <summary>A line on the console for every tenth of a piece of work.</summary>
internal sealed class ConsoleProgress(string what) : IProgress<WorkProgress>
{
    private long _tenths = -1;

    public void Report(WorkProgress value)
    {
        var tenths = value.Total == 0 ? 0 : value.Done * 10 / value.Total;
        if (Interlocked.Exchange(ref _tenths, tenths) != tenths) Console.WriteLine($"  {what}  {tenths * 10} %");
    }
}
