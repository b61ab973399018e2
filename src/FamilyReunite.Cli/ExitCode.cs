namespace FamilyReunite.Cli;

/// <summary>What the command's end tells a script.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The work was carried out and found something wrong.</summary>
    public const int Finding = 1;

    /// <summary>The words of the call are off, or there is nothing to work on.</summary>
    public const int Usage = 2;

    /// <summary>Another process holds what is needed; the same call may succeed later.</summary>
    public const int Busy = 3;
}
