using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Cli.Tests.Console;

/// <summary>Calls the command in this process on a data folder of its own.</summary>
public sealed class CliRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-cli-");

    public string Data => Path.Combine(_folder.FullName, "data");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.Zero));

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    public async Task<CliResult> RunAsync(params string[] words)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await ReuniteCommand.Create(Clock).Parse([.. words, "--data", Data]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return new CliResult(code, output.ToString().Trim(), error.ToString().Trim());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

public sealed record CliResult(int Code, string Output, string Error);
