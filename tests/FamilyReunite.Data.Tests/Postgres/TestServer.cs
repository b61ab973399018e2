using System.Diagnostics;
using Npgsql;

namespace FamilyReunite.Data.Tests.Postgres;

/// <summary>The PostgreSQL of the tests: the one REUNITE_TEST_POSTGRES names (a connection string that may create databases), else a private one from Debian's package, reached through a socket in a folder of its own and started by the first test that asks.</summary>
public sealed class TestServer : IAsyncLifetime
{
    public const string Variable = "REUNITE_TEST_POSTGRES";

    /// <summary>The server may not run as root; Debian's package brings this account.</summary>
    private const string Account = "postgres";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rpg-");
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _connection = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;
    private string? _programs;

    /// <summary>An empty database of its own for one test; without a server the test is skipped with the reason.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await StartAsync();
        Assert.SkipWhen(_connection is null, $"Needs PostgreSQL: set {Variable} to a connection string that may create databases, or install Debian's package postgresql.");
        var name = "reunite_test_" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
        await RunAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(_connection) { Database = name }.ConnectionString;
    }

    public async Task DropDatabaseAsync(string connection)
    {
        await using (var own = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(own);
        await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private async Task StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_connection is null && Installed() is { } programs) Start(programs);
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Start(string programs)
    {
        _programs = programs;
        if (Environment.IsPrivilegedProcess) Run("chown", Account, _folder.FullName);
        RunProgram("initdb", "-D", Data, "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        RunProgram("pg_ctl", "-D", Data, "-s", "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-c listen_addresses='' -c fsync=off -k {_folder.FullName}", "start");
        _connection = $"Host={_folder.FullName};Username={Account};Database=postgres";
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_programs is not null) RunProgram("pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");
        _folder.Delete(recursive: true);
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private static string? Installed() => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private void RunProgram(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid=" + Account, "--regid=" + Account, "--clear-groups", path, .. arguments]);
        else Run(path, arguments);
    }

    private void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // names are made here, nothing comes from outside
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
