using System.Net;
using FamilyReunite.Domain.People;

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
