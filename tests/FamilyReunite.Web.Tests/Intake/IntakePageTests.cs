using System.Net;
using System.Text;
using System.Text.Json;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Intake;

public sealed class IntakePageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Form_HalfFilled_IsThereWhenItIsOpenedAgain()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var answer = await sheet.SendAsync(sheet.Line(FactKind.Height, "1米63"), sheet.Line(FactKind.HomeHeard, "购葛村"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var again = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("value=\"1米63\"", again);
        Assert.Contains("看懂了：163 厘米", again);
        Assert.Contains("value=\"购葛村\"", again);
        Assert.Contains($"href=\"/Intake/{sheet.RecordId}\"", await client.GetStringAsync(Path("/Today")));
    }

    [Fact]
    public async Task Form_ImpossibleHeight_KeepsTheTextSaysWhyAndSavesTheRest()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var answer = await sheet.SendAsync(sheet.Line(FactKind.Height, "300"), sheet.Line(FactKind.Build, "偏瘦"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("身高 300 厘米不可能", sheet.Html);
        Assert.Contains("value=\"300\"", sheet.Html);
        Assert.Contains($"href=\"#f-{sheet.Keys(FactKind.Height)[0]}\"", sheet.Html);
        Assert.Equal(["偏瘦"], (await FactsAsync(sheet.RecordId)).Select(f => f.AsHeard));
    }

    [Fact]
    public async Task Form_SentTwice_SavesOnce()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var (sheet, write) = (await FormSheet.OpenAsync(client), WebFixture.NewId());
        for (var i = 0; i < 2; i++) await sheet.SendAsync("", write, [sheet.Line(FactKind.Height, "163")]);
        Assert.Single(await FactsAsync(sheet.RecordId));
    }

    [Fact]
    public async Task Form_SaveAndSearchWithoutSex_StaysADraftAndAsksForIt()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync("find", null, [sheet.Line(FactKind.FoundPlace, "广州市火车站")]);
        Assert.Contains("请选择性别", sheet.Html);
        var answer = await sheet.SendAsync("find", null, [sheet.Line(FactKind.Sex, "?")]);
        Assert.Equal($"/People/{sheet.RecordId}", answer.Headers.Location!.ToString());
        Assert.Contains("不知道", await client.GetStringAsync(answer.Headers.Location));
    }

    [Fact]
    public async Task Form_ColleagueAnsweredMeanwhile_ShowsBothAndTakesTheChoice()
    {
        using var mine = await web.SignedInAsync(Role.StationStaff);
        using var theirs = await web.SignedInAsync(Role.StationManager);
        var first = await FormSheet.OpenAsync(mine);
        await first.SendAsync(first.Line(FactKind.Build, "偏瘦"));
        var (my, their) = (await FormSheet.OpenAsync(mine, $"/Intake/{first.RecordId}"), await FormSheet.OpenAsync(theirs, $"/Intake/{first.RecordId}"));
        await their.SendAsync(their.Line(FactKind.Height, "163"));
        await my.SendAsync(my.Line(FactKind.Height, "171"));
        Assert.Contains($"{Role.StationManager} 在", my.Html);
        Assert.Contains("「163」", my.Html);
        Assert.Contains("value=\"171\"", my.Html);

        var choice = my.Line(FactKind.Height, "171", my.Keys(FactKind.Height).Single());
        choice[$"Rows[{my.Keys(FactKind.Height)[0]}].Choice"] = "both";
        Assert.Equal(HttpStatusCode.Redirect, (await my.SendAsync(choice)).StatusCode);
        Assert.Equal(["163", "171"], (await FactsAsync(first.RecordId)).Where(f => f.Kind == FactKind.Height && f.IsCurrent).Select(f => f.AsHeard).Order());
    }

    [Fact]
    public async Task Form_LineChanged_CorrectsAndKeepsTheHistory()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync(sheet.Line(FactKind.Build, "偏瘦"));
        var again = await FormSheet.OpenAsync(client, $"/Intake/{sheet.RecordId}");
        await again.SendAsync(again.Line(FactKind.Build, "中等"));
        Assert.Equal([("中等", true), ("偏瘦", false)], (await FactsAsync(sheet.RecordId)).OrderBy(f => f.AsHeard).Select(f => (f.AsHeard, f.IsCurrent)));
        Assert.Contains("原先「偏瘦」", await client.GetStringAsync(Path($"/People/{sheet.RecordId}")));
    }

    [Fact]
    public async Task Form_MarkupAndQuotes_AreShownAsTextEverywhere()
    {
        const string Hostile = "\"><script>alert(1)</script>";
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync(sheet.Line(FactKind.Name, Hostile), sheet.Line(FactKind.Spoken, Hostile));
        Assert.Contains("“姓名”里有", sheet.Html);
        var pages = new[] { sheet.Html, await client.GetStringAsync(Path($"/Intake/{sheet.RecordId}")), await client.GetStringAsync(Path($"/People/{sheet.RecordId}")) };
        Assert.All(pages, p => Assert.DoesNotContain("<script>alert", p));
        Assert.All(pages, p => Assert.Contains("&lt;script&gt;alert", p));
    }

    [Theory]
    [InlineData(100, "这个文件不是照片")]
    [InlineData(40 * 1024 * 1024, "照片超过 15 MB")]
    public async Task Form_BadPhoto_SaysWhyAndSavesTheFields(int bytes, string sentence)
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var file = new byte[bytes];
        Encoding.UTF8.GetBytes("这是一段文字").CopyTo(file, 0);
        await sheet.SendAsync("", null, [sheet.Line(FactKind.Build, "偏瘦")], ("Files.Photos", "照片.jpg", file));
        Assert.Contains(sentence, sheet.Html);
        Assert.Single(await FactsAsync(sheet.RecordId));
    }

    [Fact]
    public async Task Autosave_OneLine_AnswersWhatWasUnderstood()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var fields = sheet.Line(FactKind.Height, "五尺");
        fields["RecordId"] = sheet.RecordId.ToString();
        var answer = await WebFixture.PostAsync(client, "/Intake", fields, "/Intake?handler=Fact");
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.StartsWith("已自动保存 ", json.GetProperty("at").GetString());
        Assert.Contains("厘米", json.GetProperty("understood").GetString());
        Assert.Equal(sheet.Keys(FactKind.Height)[0], json.GetProperty("factId").GetGuid().ToString("N"));
        Assert.Equal("五尺", Assert.Single(await FactsAsync(sheet.RecordId)).AsHeard);
    }

    [Fact]
    public async Task Autosave_PickedMark_ComesBackInWords()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var (fields, key) = (sheet.Line(FactKind.Mark, ""), sheet.Keys(FactKind.Mark)[0]);
        (fields[$"Rows[{key}].MarkKind"], fields[$"Rows[{key}].MarkSide"], fields[$"Rows[{key}].MarkPart"], fields["RecordId"]) = ("Mole", "Left", "Brow", sheet.RecordId.ToString());
        var answer = await WebFixture.PostAsync(client, "/Intake", fields, "/Intake?handler=Fact");
        Assert.Equal("左眉黑痣", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("text").GetString());
        Assert.Equal("Mole|Brow|Left", Assert.Single(await FactsAsync(sheet.RecordId)).Understood);
    }

    [Fact]
    public async Task Side_HeardPlace_ListsPlacesAndTakesOne()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync(sheet.Line(FactKind.HomeHeard, "仪龙县"));
        var again = await FormSheet.OpenAsync(client, $"/Intake/{sheet.RecordId}");
        var pick = System.Text.RegularExpressions.Regex.Match(again.Html, "value=\"(pick:[0-9a-f-]{36}:[0-9]+)\"");
        Assert.True(pick.Success);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SendAsync(pick.Groups[1].Value, null, [])).StatusCode);
        var fact = (await FactsAsync(sheet.RecordId)).Single(f => f.IsCurrent);
        Assert.Equal(("仪龙县", pick.Groups[1].Value.Split(':')[2]), (fact.AsHeard, fact.Understood));
    }

    [Fact]
    public async Task AnyPage_OfAnotherStationsPerson_LooksExactlyLikeNoPage()
    {
        using var owner = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(owner);
        await sheet.SendAsync("", null, [sheet.Line(FactKind.Build, "偏瘦")], ("Files.Audio", "a.ogg", "OggS and sound"u8.ToArray()));
        var file = await FileAsync(sheet.RecordId);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(Path($"/files/{file}/original"))).StatusCode);

        using var stranger = await web.SignedInAsync("other:" + Role.StationStaff);
        foreach (var (known, unknown) in new[] { ($"/People/{sheet.RecordId}", $"/People/{WebFixture.NewId()}"), ($"/Intake/{sheet.RecordId}", $"/Intake/{WebFixture.NewId()}"), ($"/files/{file}/original", $"/files/{WebFixture.NewId()}/original") })
        {
            var (notYours, notThere) = (await stranger.GetAsync(Path(known)), await stranger.GetAsync(Path(unknown)));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (notYours.StatusCode, notThere.StatusCode));
            Assert.Equal(await notThere.Content.ReadAsByteArrayAsync(), await notYours.Content.ReadAsByteArrayAsync());
        }
        var theft = await FormSheet.OpenAsync(stranger);
        var fields = theft.Line(FactKind.Height, "163");
        fields["RecordId"] = sheet.RecordId.ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await WebFixture.PostAsync(stranger, "/Intake", fields, "/Intake?handler=Fact")).StatusCode);
    }

    [Fact]
    public async Task File_Audio_IsServedInPartsUncachedAndUnguessed()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync("", null, [sheet.Line(FactKind.Build, "偏瘦")], ("Files.Audio", "a.ogg", "OggS0123456789"u8.ToArray()));
        using var request = new HttpRequestMessage(HttpMethod.Get, Path($"/files/{await FileAsync(sheet.RecordId)}/original"));
        request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(4, 7);
        var answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "0123", "audio/ogg"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task<List<Fact>> FactsAsync(Guid record)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReuniteDb>().Records.Where(r => r.Id == record).SelectMany(r => r.Facts).ToListAsync();
    }

    private async Task<Guid> FileAsync(Guid record)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReuniteDb>().Records.Where(r => r.Id == record).SelectMany(r => r.Attachments).Select(a => a.Id).SingleAsync();
    }

    [Theory]
    [InlineData(FactKind.Age, "-5")]
    [InlineData(FactKind.Age, "－5岁")]
    [InlineData(FactKind.Height, "300厘米")]
    [InlineData(FactKind.FoundAt, "9999-12-31")]
    public async Task Send_ImpossibleFigure_IsAskedBack(FactKind kind, string text)
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await sheet.SendAsync(sheet.Line(kind, text))).StatusCode);
        Assert.Contains("error-summary", sheet.Html);
    }

    [Fact]
    public async Task Send_WithoutAWriteIdTwice_SavesBoth()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        await sheet.SendAsync(null, Guid.Empty, [sheet.Line(FactKind.Build, "偏瘦")]);
        await sheet.SendAsync(null, Guid.Empty, [sheet.Line(FactKind.Hair, "短发")]);
        var again = await client.GetStringAsync(new Uri($"/Intake/{sheet.RecordId}", UriKind.Relative));
        Assert.Contains("偏瘦", again);
        Assert.Contains("短发", again);
    }

    [Fact]
    public async Task Send_FiveHundredLines_AreSaved()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client);
        var key = sheet.Keys(FactKind.Belonging)[^1];
        var lines = Enumerable.Range(0, 500).Select(i => (Key: WebFixture.NewId().ToString("N"), Fields: sheet.Line(FactKind.Belonging, $"物件{i}", key)));
        var answer = await sheet.SendAsync(null, null, [.. lines.Select(l => l.Fields.ToDictionary(f => f.Key.Replace(key, l.Key, StringComparison.Ordinal), f => f.Value))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("物件499", await client.GetStringAsync(new Uri($"/Intake/{sheet.RecordId}", UriKind.Relative)));
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
