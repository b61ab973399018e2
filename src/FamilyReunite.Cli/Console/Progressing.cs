using FamilyReunite.Casework;

namespace FamilyReunite.Cli.Console;

/// <summary>Hands progress of one form on in another, at once and on the reporting thread.</summary>
internal sealed class Progressing<T>(IProgress<(long Done, long Total)> bar, Func<T, (long Done, long Total)> form) : IProgress<T>
{
    public void Report(T value) => bar.Report(form(value));
}

internal static class Progressing
{
    public static IProgress<WorkProgress> Of(IProgress<(long Done, long Total)> bar) => new Progressing<WorkProgress>(bar, p => (p.Done, p.Total));
}
