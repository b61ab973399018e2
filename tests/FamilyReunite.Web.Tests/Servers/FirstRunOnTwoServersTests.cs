using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Servers;

[Trait("Needs", "PostgreSQL")]
public sealed class FirstRunOnTwoServersTests(TestServer postgres)
{
    private static readonly Uri Setup = new("/Setup", UriKind.Relative);

    [Fact]
    public async Task Setup_CodeOfOneServer_IsGoodOnTheOtherAndMakesOneAdministrator()
    {
        await using var servers = new TwoServers(postgres);
        await servers.StartAsync(withAccounts: false);
        var code = servers.First.Services.GetRequiredService<SetupCode>().Value;
        Assert.Equal(code, servers.Second.Services.GetRequiredService<SetupCode>().Value);
        using var first = servers.First.Stranger();
        using var second = servers.Second.Stranger();
        // both pages are read before either form is sent: the page is gone as soon as there is an administrator
        var pages = await Task.WhenAll(first.GetStringAsync(Setup), second.GetStringAsync(Setup));
        var answers = await Task.WhenAll(WebFixture.SendAsync(first, pages[0], Answers(code, "anna"), "/Setup"), WebFixture.SendAsync(second, pages[1], Answers(code, "bert"), "/Setup"));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect && a.Headers.Location!.ToString() == "/Account/SignIn");
        await using var scope = servers.First.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ReuniteDb>().Users.CountAsync());
    }

    private static Dictionary<string, string> Answers(string code, string name) => new()
    {
        ["Code"] = code, ["UserName"] = name, ["Password"] = WebFixture.Password, ["Station"] = "甲州救助管理站", ["District"] = "440300", ["TimeZone"] = "Asia/Shanghai", ["Police"] = "",
    };
}
