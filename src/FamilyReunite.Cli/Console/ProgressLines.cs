using FamilyReunite.Casework;

namespace FamilyReunite.Cli.Console;

/// <summary>Progress where no bar can be drawn: a line every half minute, with the time left.</summary>
internal sealed class ProgressLines(TextWriter to, TimeProvider clock, Func<WorkProgress, string, string> sentence) : IProgress<WorkProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private long _told = clock.GetTimestamp();

    public void Report(WorkProgress value)
    {
        lock (_gate)
        {
            if (value.Left is not { } left || clock.GetElapsedTime(_told) < Pause) return;
            _told = clock.GetTimestamp();
            to.WriteLine(sentence(value, left.ToString(@"h\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
