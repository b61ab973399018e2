using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Web.Startup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Frame;

public sealed class FirstRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-first-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task EmptyInstallation_AnyPage_LeadsToSetupAndTheAnswersMakeAnAdministrator()
    {
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseSetting("data", _folder.FullName));
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal("/Setup", (await client.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location!.ToString());

        var refused = await WebFixture.PostAsync(client, "/Setup", Answers("WRONGONE"));
        Assert.Contains("设置码不对", await refused.Content.ReadAsStringAsync());

        var code = app.Services.GetRequiredService<SetupCode>().Value;
        var weak = Answers(code);
        weak["Password"] = "short";
        Assert.Contains("密码至少 12 个字", await (await WebFixture.PostAsync(client, "/Setup", weak)).Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await WebFixture.PostAsync(client, "/Setup", Answers(code))).StatusCode);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        Assert.Equal(2, await db.Organisations.CountAsync());
        Assert.Equal("admin", (await db.Users.SingleAsync()).UserName);
        Assert.Contains("/Account/SignIn", (await client.GetAsync(new Uri("/Admin", UriKind.Relative))).Headers.Location!.ToString());
    }

    private static Dictionary<string, string> Answers(string code) => new()
    {
        ["Code"] = code, ["UserName"] = "admin", ["Password"] = WebFixture.Password, ["Station"] = "甲州救助管理站", ["District"] = "440300", ["TimeZone"] = "Asia/Shanghai", ["Police"] = "甲州公安联络组",
    };
}
