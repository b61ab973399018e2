using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace FamilyReunite.Cli.Console;

/// <summary>One call of a verb: where it writes, in which language, and the use-cases of the data folder. Results go to standard output, all else to standard error.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly Lazy<ServiceProvider> _services;

    public Session(SharedOptions options, ParseResult call) : this(DataFolder.At(call.GetValue(options.Data)!.FullName), call.GetValue(options.Json), CultureOf(call.GetValue(options.Language)), call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, options.Clock) { }

    private Session(DataFolder data, bool json, CultureInfo culture, TextWriter output, TextWriter error, TimeProvider clock)
    {
        (Data, Json, Culture, Out, Error, _clock) = (data, json, culture, output, error, clock);
        _services = new Lazy<ServiceProvider>(() => CliHost.Build(Data, clock));
    }

    public DataFolder Data { get; }

    public bool Json { get; }

    public CultureInfo Culture { get; }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public IServiceProvider Services => _services.Value;

    /// <summary>True when the data folder, or the server that the settings name, holds an installation.</summary>
    public bool HasDatabase => File.Exists(Data.Database) || Services.GetService<DatabaseSettings>() is { IsShared: true };

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public string Say(string key, params object[] args) => CliText.Of(key, Culture, args);

    /// <summary>The database in the shape of this version; made when there is none.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await using var db = await Get<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync(ct);
        await DatabaseOpening.PrepareAsync(db, ct);
        // files that are stored from here must open on the servers
        if (Services.GetService<DatabaseSettings>() is { IsShared: true }) await Get<SharedKeys>().OpenAsync(ct);
    }

    /// <summary>Takes in the names of places that the stations of this data folder added, when it holds an installation.</summary>
    public Task ReadAddedPlacesAsync(CancellationToken ct) => HasDatabase ? Get<AddedPlaceBook>().RefreshAsync(ct) : Task.CompletedTask;

    /// <summary>Says that there is nothing to work on.</summary>
    public int NoDatabase() => Refuse([new Problem("backup.no-database")]);

    /// <summary>Says what stands in the way and gives the exit code for it.</summary>
    public int Refuse(IReadOnlyList<Problem> problems)
    {
        foreach (var p in problems) Error.WriteLine(ProblemSentences.Of(p, Culture));
        return problems.Any(p => p.Code is "index.locked" or "index.rebuilding" or "match.running") ? ExitCode.Busy : ExitCode.Usage;
    }

    public void Line(object value) => Out.WriteLine(JsonLine.Of(value));

    public void Write(Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) });
        if (System.Console.IsOutputRedirected) console.Profile.Width = 200;
        console.Write(table);
    }

    /// <summary>The same call on a data folder inside this one.</summary>
    public Session Beside(string folder) => new(DataFolder.At(Path.Combine(Data.Path, folder)), Json, Culture, Out, Error, _clock);

    /// <summary>Shows a bar on standard error while the work runs; none when that is no terminal.</summary>
    public Task<T> ProgressAsync<T>(string title, Func<IProgress<(long Done, long Total)>, Task<T>> work) => ProgressBar.RunAsync(Error, title, work);

    public ValueTask DisposeAsync() => _services.IsValueCreated ? _services.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static CultureInfo CultureOf(string? asked) =>
        CultureInfo.GetCultureInfo((asked ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh-CN");
}
