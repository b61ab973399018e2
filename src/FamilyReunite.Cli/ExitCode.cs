namespace FamilyReunite.Cli;

/// <summary>What the command's end tells a script.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The check was carried out and found something wrong.</summary>
    public const int Finding = 1;

    /// <summary>The words of the call are off, or there is nothing to work on.</summary>
    public const int Usage = 2;
}
