using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Frame;

public sealed class FrameTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Healthz_RunningServer_Answers204()
    {
        using var client = web.Stranger();
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(Path("/healthz"))).StatusCode);
    }

    [Theory]
    [InlineData("zh-CN", "登录")]
    [InlineData("en", "Sign in")]
    public async Task SignIn_EachLanguage_SpeaksIt(string language, string word)
    {
        using var client = web.Stranger(language);
        var html = await client.GetStringAsync(Path("/Account/SignIn"));
        Assert.Contains(word, html);
        Assert.Contains($"lang=\"{language}\"", html);
    }

    [Fact]
    public async Task AnyPage_Stranger_IsLedToTheSignIn()
    {
        using var client = web.Stranger();
        var answer = await client.GetAsync(Path("/Admin"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/Account/SignIn", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_WrongPassword_SaysWhatToDoAndKeepsTheName()
    {
        using var client = web.Stranger();
        var answer = await WebFixture.PostAsync(client, "/Account/SignIn", new() { ["UserName"] = Role.Auditor, ["Password"] = "not the password" });
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("登录名或密码不对", html);
        Assert.Contains($"value=\"{Role.Auditor}\"", html);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("auditor", "")]
    [InlineData("", "some password")]
    public async Task SignIn_FieldsLeftEmpty_SaysItInTheLanguageOfThePage(string name, string password)
    {
        using var client = web.Stranger();
        var answer = await WebFixture.PostAsync(client, "/Account/SignIn", new() { ["UserName"] = name, ["Password"] = password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("登录名或密码不对", html);
        Assert.DoesNotContain("field is required", html);
    }

    [Theory]
    [InlineData(Role.Auditor, "/Audit?until=9999-12-31")]
    [InlineData(Role.Auditor, "/Audit?from=0001-01-01&until=0001-01-01")]
    [InlineData(Role.Auditor, "/Audit?before=99999999999999999999&account=x")]
    [InlineData(Role.PoliceLiaison, "/Cases?from=0001-01-01&until=9999-12-31")]
    [InlineData(Role.PoliceLiaison, "/Cases?p=2147483647")]
    [InlineData(Role.PoliceLiaison, "/Review?p=99999999999&band=77")]
    [InlineData(Role.StationStaff, "/People?After=253402300799999_00000000-0000-0000-0000-000000000000&State=99&Age=88")]
    public async Task Address_ValuesAtTheEndOfTheirRange_AreAnsweredInChinese(string role, string path)
    {
        using var client = await web.SignedInAsync(role);
        var answer = await client.GetAsync(Path(path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("is not valid", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SignOut_SignedIn_StandsInTheAuditChain()
    {
        using var client = await web.SignedInAsync(Role.StationManager);
        await WebFixture.PostAsync(client, "/Today", [], "/Account/SignOut");
        await using var scope = web.Services.CreateAsyncScope();
        var chain = scope.ServiceProvider.GetRequiredService<ReuniteDb>().AuditEntries;
        Assert.True(await chain.AnyAsync(a => a.Action == "account.signed-out" && a.Actor == web.Accounts[Role.StationManager]));
    }

    [Fact]
    public async Task Page_OfAnotherRole_LooksExactlyLikeNoPage()
    {
        using var client = await web.SignedInAsync(Role.Auditor);
        var notYours = await client.GetAsync(Path("/Admin"));
        var notThere = await client.GetAsync(Path("/Nowhere"));
        Assert.Equal(HttpStatusCode.NotFound, notYours.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, notThere.StatusCode);
        Assert.Equal(await notThere.Content.ReadAsByteArrayAsync(), await notYours.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task AnyPage_Headers_ForbidOutsideRequestsAndCaches()
    {
        using var client = web.Stranger();
        var answer = await client.GetAsync(Path("/Account/SignIn"));
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Language_Switched_StaysForThisBrowser()
    {
        using var client = web.Stranger();
        using var empty = new FormUrlEncodedContent([new("back", "/Account/SignIn")]);
        await client.PostAsync(Path("/Account/Language"), empty);
        Assert.Contains("Sign in", await client.GetStringAsync(Path("/Account/SignIn")));
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
