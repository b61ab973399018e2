using Npgsql;

namespace FamilyReunite.Data.Tests.Postgres;

/// <summary>The PostgreSQL of the tests: the one REUNITE_TEST_POSTGRES names (a connection string that may create databases), else a private one from Debian's package, reached through a socket in a folder of its own and started by the first test that asks.</summary>
public sealed class TestServer : IAsyncLifetime
{
    public const string Variable = "REUNITE_TEST_POSTGRES";

    /// <summary>A user who has a password and owns nothing; the private server asks for it.</summary>
    private const string Guest = "reunite_test_guest";

    private const string GuestPassword = "right";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _connection = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;
    private PrivateCluster? _private;

    /// <summary>An empty database of its own for one test; without a server the test is skipped with the reason.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await StartAsync();
        Assert.SkipWhen(_connection is null, $"Needs PostgreSQL: set {Variable} to a connection string that may create databases, or install Debian's package postgresql.");
        var name = "reunite_test_" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
        await RunAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(_connection) { Database = name }.ConnectionString;
    }

    /// <summary>The same database for a user who may read and write nothing in it.</summary>
    public async Task<string> AsGuestAsync(string connection, string password = GuestPassword)
    {
        await RunAsync($"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Guest}') THEN CREATE ROLE {Guest} LOGIN PASSWORD '{GuestPassword}'; END IF; END $$");
        return new NpgsqlConnectionStringBuilder(connection) { Username = Guest, Password = password }.ConnectionString;
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
            if (_connection is null && PrivateCluster.Installed is { } programs) Start(programs);
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Start(string programs)
    {
        _private = new PrivateCluster(programs);
        var rules = Path.Combine(_private.Data, "pg_hba.conf");
        File.WriteAllText(rules, $"local all {Guest} scram-sha-256\n" + File.ReadAllText(rules));
        _private.Start();
        _connection = _private.Connection;
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _private?.Dispose();
        _gate.Dispose();
        return ValueTask.CompletedTask;
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
