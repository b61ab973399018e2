using System.Net;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Tests.Intake;

namespace FamilyReunite.Web.Tests.People;

public sealed class PeoplePagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("zh-CN", "在站人员", "没有符合条件的记录")]
    [InlineData("en", "People in the station", "Nothing matches this filter")]
    public async Task List_EachLanguage_FiltersAndSaysWhenNothingFits(string language, string title, string nothing)
    {
        using var client = await web.SignedInAsync(Role.StationStaff, language);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync(sheet.Line(FactKind.Sex, "女"), sheet.Line(FactKind.Age, "70岁"));
        var list = await client.GetStringAsync(Path("/People?Sex=F&Age=Old"));
        Assert.Contains(title, list);
        Assert.Contains(sheet.RecordId.ToString(), list);
        Assert.DoesNotContain(sheet.RecordId.ToString(), await client.GetStringAsync(Path("/People?Sex=M")));
        Assert.Contains(nothing, await client.GetStringAsync(Path("/People?Stay=Longer")));
    }

    [Fact]
    public async Task Person_TwoAges_AreJoinedAsAContradiction()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var saved = await sheet.SendAsync("add:Age", null, [sheet.Line(FactKind.Age, "60岁")]);
        var again = await FormSheet.OpenAsync(client, saved.Headers.Location!.ToString().Split('#')[0]);
        await again.SendAsync(again.Line(FactKind.Age, "75岁"));
        var page = await client.GetStringAsync(Path($"/People/{sheet.RecordId}"));
        Assert.Contains("说法不一", page);
        Assert.Contains("<title>受助人员 · 团圆</title>", page);
        Assert.Contains("class=\"heard\">60岁<", page);
        Assert.Contains("class=\"heard\">75岁<", page);
    }

    [Theory]
    [InlineData("zh-CN", "「贺桂华」", "从这段话读出", "读自原话")]
    [InlineData("en", "“贺桂华”", "Read from these words", "read from the words")]
    public async Task Person_FreeWordsAlone_ShowsWhatTheSoftwareReadInThemAsSuch(string language, string name, string title, string mark)
    {
        using var client = await web.SignedInAsync(Role.StationStaff, language);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync(sheet.Line(FactKind.FreeText, "自称叫贺桂华，40多岁，右眉尾有痣"));
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Path($"/People/{sheet.RecordId}")));
        Assert.Contains($"<h1>{name}</h1>", page);
        foreach (var said in new[] { title, mark, "右眉尾有痣" }) Assert.Contains(said, page);
        Assert.Contains(name, WebUtility.HtmlDecode(await client.GetStringAsync(Path("/People"))));
    }

    [Fact]
    public async Task Wish_WithReason_HidesThePersonFromThePolice()
    {
        using var staff = await web.SignedInAsync(Role.StationStaff);
        using var police = await web.SignedInAsync(Role.PoliceLiaison);
        var sheet = await FormSheet.OpenAsync(staff);
        await sheet.SendAsync(sheet.Line(FactKind.Build, "偏瘦"));
        var page = $"/People/{sheet.RecordId}";
        Assert.Equal(HttpStatusCode.OK, (await police.GetAsync(Path(page))).StatusCode);
        var refused = await WebFixture.PostAsync(staff, page, new() { ["hide"] = "true", ["Reason"] = " " }, page + "?handler=Wish");
        Assert.Contains("请写明理由", await refused.Content.ReadAsStringAsync());
        var done = await WebFixture.PostAsync(staff, page, new() { ["hide"] = "true", ["Reason"] = "他说不要告诉家里" }, page + "?handler=Wish");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync(Path(page))).StatusCode);
        Assert.Contains("不愿被找到", await staff.GetStringAsync(Path(page)));
    }

    [Fact]
    public async Task Person_SeenByThePolice_CannotBeChangedByThem()
    {
        using var staff = await web.SignedInAsync(Role.StationStaff);
        using var police = await web.SignedInAsync(Role.PoliceLiaison);
        var sheet = await FormSheet.OpenAsync(staff);
        await sheet.SendAsync(sheet.Line(FactKind.Build, "偏瘦"));
        var page = await police.GetStringAsync(Path($"/People/{sheet.RecordId}"));
        Assert.DoesNotContain("继续登记", page);
        var theft = await WebFixture.PostAsync(police, $"/People/{sheet.RecordId}", new() { ["hide"] = "true", ["Reason"] = "x" }, $"/People/{sheet.RecordId}?handler=Wish");
        Assert.Equal(HttpStatusCode.NotFound, theft.StatusCode);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
