using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Reports;

public sealed class PasteTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Notice = "寻人启事：冯琴玉，女，1971年1月22日出生，身高1米62，左眉尾有黑痣，家住江西省九江市柴桑区，2007年8月1日走失，走失时身穿红色外套。";

    [Fact]
    public async Task Read_Notice_ShowsWhichWordsGaveWhichLine()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var page = await ReadAsync(client, Notice);

        Assert.Matches("<mark>冯琴玉<small>", page);
        Assert.Matches("<mark>[^<]*1米62<small>", page);
        Assert.Contains("name=\"Keep\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_SomeLines_MakesAReportWithThemAndTheText()
    {
        var id = WebFixture.NewId();
        using var client = await web.SignedInAsync(Role.StationStaff);
        var fields = new Dictionary<string, string> { ["RecordId"] = $"{id}", ["Notice"] = Notice, ["Person"] = "0", ["Keep"] = "0" };
        using var answer = await WebFixture.PostAsync(client, "/Reports/Paste", fields, "/Reports/Paste?handler=Keep");
        using var again = await WebFixture.PostAsync(client, "/Reports/Paste", fields, "/Reports/Paste?handler=Keep");

        var facts = await FactsAsync(id);
        Assert.Equal("冯琴玉", Assert.Single(facts, f => f.Kind == FactKind.Name).AsHeard);
        Assert.Contains(facts, f => f.Kind == FactKind.FreeText && f.AsHeard == Notice);
        Assert.DoesNotContain(facts, f => f.Kind == FactKind.Height);
    }

    [Fact]
    public async Task Read_IntoAReportThatHoldsAName_ShowsItBesideAndKeepsBoth()
    {
        var own = await Access.OwnCase.MakeAsync(web);
        using var client = await web.SignedInAsync(Role.StationStaff);
        await WebFixture.PostAsync(client, "/Reports/Paste", new() { ["Notice"] = "寻人：李某花，女，45岁。", ["Person"] = "0", ["Keep"] = "0" }, $"/Reports/Paste/{own.Report}?handler=Keep");
        var before = (await FactsAsync(own.Report)).Count;
        using var read = await WebFixture.PostAsync(client, "/Reports/Paste", new() { ["Notice"] = Notice }, $"/Reports/Paste/{own.Report}?handler=Read");

        Assert.Contains("已有", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await WebFixture.PostAsync(client, "/Reports/Paste", new() { ["Notice"] = Notice, ["Person"] = "0", ["Keep"] = "0" }, $"/Reports/Paste/{own.Report}?handler=Keep");
        Assert.True((await FactsAsync(own.Report)).Count(f => f.IsCurrent) >= before + 2);
    }

    [Fact]
    public async Task Read_SeveralPersons_AsksWhom()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var page = await ReadAsync(client, "1. 张小明，男，8岁，2012年3月走失。\n2. 张小红，女，6岁，2012年3月走失。");

        Assert.Contains("name=\"Person\" value=\"1\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Read_Nothing_SaysWhatToDo(string notice)
    {
        using var client = await web.SignedInAsync(Role.StationStaff);

        Assert.Contains("请先贴进启事原文", await ReadAsync(client, notice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MarkupOrABook_IsShownAsTextOrRefused()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);

        using var shown = await WebFixture.PostAsync(client, "/Reports/Paste", new() { ["Notice"] = "<script>alert(1)</script>寻人：王五，男" }, "/Reports/Paste?handler=Read");
        Assert.DoesNotContain("<script>alert", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("最多 8000 个字", await ReadAsync(client, new string('人', 9000)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paste_AnotherStationsReport_IsNotThere()
    {
        var own = await Access.OwnCase.MakeAsync(web);
        using var client = await web.SignedInAsync("other:" + Role.StationStaff);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/Reports/Paste/{own.Report}", UriKind.Relative))).StatusCode);
    }

    private static async Task<string> ReadAsync(HttpClient client, string notice)
    {
        using var answer = await WebFixture.PostAsync(client, "/Reports/Paste", new() { ["RecordId"] = $"{WebFixture.NewId()}", ["Notice"] = notice }, "/Reports/Paste?handler=Read");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<List<Fact>> FactsAsync(Guid id)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReuniteDb>().Set<MissingReport>().AsNoTracking().Where(r => r.Id == id).SelectMany(r => r.Facts).ToListAsync();
    }
}
