using System.Net;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Tests.Search;

public sealed class SearchPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Search_PersonalWords_NeverReachTheAddressAndSurviveAReload()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sent = await WebFixture.PostAsync(client, "/Search", new() { ["words"] = "王小丫" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        Assert.True(Guid.TryParse(address["/Search/".Length..], out _));
        for (var i = 0; i < 2; i++) Assert.Contains("没有找到“王小丫”", await client.GetStringAsync(sent.Headers.Location));

        using var other = await web.SignedInAsync(Role.StationManager);
        var page = await other.GetStringAsync(sent.Headers.Location);
        Assert.Contains("这次搜索已经过期", page);
        Assert.DoesNotContain("王小丫", page);
    }

    [Fact]
    public async Task Search_Nothing_SaysWhatToDo()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        Assert.Contains("请输入要找的词", await (await WebFixture.PostAsync(client, "/Search", new() { ["words"] = " " })).Content.ReadAsStringAsync());
    }
}
