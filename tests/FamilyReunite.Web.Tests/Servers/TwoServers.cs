using System.Net;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Web.Tests.Servers;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace FamilyReunite.Web.Tests.Servers;

/// <summary>Two servers of one PostgreSQL database, as behind a load balancer: each with its own data folder and index, the folders of attachments and keys in common.</summary>
public sealed class TwoServers(TestServer postgres) : IAsyncDisposable
{
    private readonly DirectoryInfo _shared = Directory.CreateTempSubdirectory("reunite-shared-");
    private string? _connection;
    private WebFixture? _first;
    private WebFixture? _second;

    public WebFixture First => _first!;

    public WebFixture Second => _second!;

    /// <summary>Starts both on a database of their own, once; skips the test where there is no PostgreSQL.</summary>
    public async Task StartAsync(bool withAccounts = true)
    {
        if (_second is not null) return;
        _connection = await postgres.CreateDatabaseAsync();
        (string, string)[] settings = [("Database:Engine", "postgres"), ("Database:Connection", _connection), ("Folders:Keys", In("keys")), ("Folders:Blobs", In("blobs"))];
        (_first, _second) = (new WebFixture(settings), new WebFixture(settings));
        if (withAccounts) await _first.InitializeAsync();
    }

    /// <summary>One browser at both servers, signed in at the first.</summary>
    public async Task<(HttpClient First, HttpClient Second)> SignedInAsync(string account)
    {
        var cookies = new CookieContainer();
        var (first, second) = (First.Browser(cookies), Second.Browser(cookies));
        var answer = await WebFixture.PostAsync(first, "/Account/SignIn", new() { ["UserName"] = account, ["Password"] = WebFixture.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (first, second);
    }

    public async ValueTask DisposeAsync()
    {
        if (_second is not null) await _second.DisposeAsync();
        if (_first is not null) await _first.DisposeAsync();
        if (_connection is not null) await postgres.DropDatabaseAsync(_connection);
        _shared.Delete(recursive: true);
    }

    private string In(string name) => Path.Combine(_shared.FullName, name);
}
