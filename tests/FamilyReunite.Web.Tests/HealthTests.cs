using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace FamilyReunite.Web.Tests;

public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-web-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Healthz_FreshFolder_MakesTheDatabaseAndAnswers204()
    {
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseSetting("data", _folder.FullName));
        using var client = app.CreateClient();
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode);
        Assert.Contains(_folder.EnumerateFiles(), f => f.Name == Data.DataRegistration.DatabaseFile);
    }
}
