using System.Net;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Tests.Admin;

public sealed class SystemPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Get_Administrator_SeesIndexModelAndDatabase()
    {
        var page = await (await web.SignedInAsync(Role.Administrator)).GetStringAsync(new Uri("/Admin", UriKind.Relative));
        foreach (var said in new[] { "检索与数据库一致", "版本 ", "SQLite 3." }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("审计链完整", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LookItOver_SaysOfEachThingWhetherItIsWell()
    {
        var answer = await WebFixture.PostAsync(await web.SignedInAsync(Role.Administrator, "en"), "/Admin", []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("audit chain", page, StringComparison.Ordinal);
        Assert.True(page.Split("chip ok").Length > 5);
    }

    [Fact]
    public async Task Get_SomebodyElse_FindsNoSuchPage() =>
        Assert.NotEqual(HttpStatusCode.OK, (await (await web.SignedInAsync(Role.StationStaff)).GetAsync(new Uri("/Admin", UriKind.Relative))).StatusCode);
}
