using Spectre.Console;

namespace FamilyReunite.Cli.Console;

internal static class ProgressBar
{
    public static async Task<T> RunAsync<T>(TextWriter error, string title, Func<IProgress<(long Done, long Total)>, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected) return await work(new Silent());
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title));
            return await work(new Bar(task));
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value)
        {
            task.IsIndeterminate = value.Total <= 0;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }

    private sealed class Silent : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) { }
    }
}
