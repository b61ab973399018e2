using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Data;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FamilyReunite.Casework.Tests.Database;

/// <summary>Servers that answer and cannot be used: each is refused in one sentence that names what to put right.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class DatabaseRefusalTests(TestServer server) : IDisposable
{
    private const string Host = "localhost";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private readonly int _port = FreePort();
    private PrivateCluster? _own;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("14.13", "PostgreSQL 14.13 is too old; 15 or newer is needed.")]
    [InlineData("9.6.24", "PostgreSQL 9.6.24 is too old; 15 or newer is needed.")]
    public async Task Prepare_ServerOlderThanSupported_NamesBothVersions(string version, string sentence)
    {
        using var old = new FakePostgres(version);
        Assert.Equal(sentence, Say(await RefusedAsync(old.Connection)));
    }

    [Fact]
    public async Task Prepare_CertificateOfAForeignAuthorityOrForAnotherHost_IsNotTrusted()
    {
        using TestAuthority authority = new(), foreign = new();
        var own = Own();
        var (certificate, key) = authority.Sign(Host);
        own.Write("server.crt", certificate);
        own.Write("server.key", key);
        const string Tls = "-c ssl=on -c ssl_cert_file=server.crt -c ssl_key_file=server.key";
        Listen(Tls);
        await using (var db = Db(Trusting(authority))) await DatabaseOpening.PrepareAsync(db, Ct);
        Assert.Equal("database.certificate", (await RefusedAsync(Trusting(foreign))).Code);

        own.Stop();
        (certificate, key) = authority.Sign("db.example");
        own.Write("server.crt", certificate);
        own.Write("server.key", key);
        Listen(Tls);
        var problem = await RefusedAsync(Trusting(authority));
        Assert.Equal("database.certificate", problem.Code);
        Assert.Contains("does not belong to the host", Say(problem), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_EncryptionAskedOfAServerWithoutIt_SaysSo()
    {
        using var authority = new TestAuthority();
        Own();
        Listen("");
        Assert.Equal("database.no-tls", (await RefusedAsync(Trusting(authority))).Code);
    }

    [Fact]
    public async Task Prepare_StandBy_IsRefusedAndNamesThePrimary()
    {
        var own = Own();
        own.Write("standby.signal", "");
        Listen("-c hot_standby=on");
        foreach (var host in (string[])[Host, $"{Host},127.0.0.1;Target Session Attributes=primary"])
        {
            var problem = await RefusedAsync($"Host={host};Port={_port};Username={PrivateCluster.Account};Database=postgres");
            Assert.Equal("database.read-only", problem.Code);
            Assert.Contains("Target Session Attributes=primary", Say(problem), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Prepare_SessionThatMayOnlyRead_IsRefusedAndNothingIsMade()
    {
        var connection = await server.CreateDatabaseAsync();
        Assert.Equal("database.read-only", (await RefusedAsync(connection + ";Options=-c default_transaction_read_only=on")).Code);
        await using var db = Db(connection);
        Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").SingleAsync(Ct));
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _own?.Dispose();
        _folder.Delete(recursive: true);
    }

    private PrivateCluster Own()
    {
        Assert.SkipWhen(PrivateCluster.Installed is null, "Needs Debian's package postgresql.");
        return _own = new PrivateCluster(PrivateCluster.Installed!);
    }

    private void Listen(string options) => _own!.Start($"-c listen_addresses={Host} -c port={_port} {options}");

    private string Trusting(TestAuthority authority)
    {
        var file = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        File.WriteAllText(file, authority.Pem);
        return $"Host={Host};Port={_port};Username={PrivateCluster.Account};Database=postgres;SSL Mode=VerifyFull;Root Certificate={file};Pooling=false";
    }

    private static async Task<Problem> RefusedAsync(string connection)
    {
        await using var db = Db(connection);
        return (await Assert.ThrowsAsync<DatabaseRefusedException>(() => DatabaseOpening.PrepareAsync(db, Ct))).Problem;
    }

    private static string Say(Problem problem) => ProblemSentences.Of(problem, CultureInfo.GetCultureInfo("en"));

    private static ReuniteDb Db(string connection)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, connection);
        return new ReuniteDb(options.Options);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
