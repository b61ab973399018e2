using FamilyReunite.Domain;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>How a run that cannot begin waits for the one under way. Whoever asked gives up by cancelling.</summary>
/// <param name="Longest">After this the run is refused as if it had not waited.</param>
/// <param name="Told">Called once when the waiting begins, with what is waited for.</param>
public sealed record MatchWait(TimeSpan Longest, Action<Problem>? Told = null)
{
    /// <summary>How often another process's run is looked at.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static readonly MatchWait Not = new(TimeSpan.Zero);
}
