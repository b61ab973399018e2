using System.Net;
using System.Text.RegularExpressions;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Tests.Review;

public sealed partial class ReviewPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Evidence = "左眉尾黑痣与乳名都相符，电话核实过";

    [Theory]
    [InlineData("zh-CN", "中等可能", "合计", "基数", "听音“购葛”与苟角相近")]
    [InlineData("en", "possible", "Total", "Base rate", "“购葛” sounds like Goujiao")]
    public async Task Case_EachLanguage_ShowsBothSidesAndBarsThatSum(string language, params string[] words)
    {
        var pair = await Pair.MakeAsync(web);
        using var client = await web.SignedInAsync(Role.PoliceLiaison, language);
        var html = await client.GetStringAsync(Path(pair.Page));
        Assert.All(words.Append("购葛村").Append("李某某"), w => Assert.Contains(w, html));
        var shown = Weights().Matches(Regex.Match(html, "<table class=\"bars\">.*?</table>", RegexOptions.Singleline).Value).Select(m => int.Parse(m.Groups[1].Value.Replace(".", "", StringComparison.Ordinal).Replace("＋", "", StringComparison.Ordinal).Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([62, -6, -69, -13], shown);
        Assert.Equal(shown[^1], shown.SkipLast(1).Sum());
        Assert.DoesNotContain(" style=", html);
        Assert.Single(Regex.Matches(html, "<h1"));
    }

    [Fact]
    public async Task Queue_OfEitherSide_ListsThePairAndLeavesNamesOutOfAddressAndTitle()
    {
        var pair = await Pair.MakeAsync(web, "欧阳某某");
        foreach (var account in new[] { Role.PoliceLiaison, Role.StationStaff, Role.StationManager, "other:" + Role.StationStaff, "other:" + Role.PoliceLiaison })
        {
            using var client = await web.SignedInAsync(account);
            var html = await client.GetStringAsync(Path("/Review"));
            Assert.Contains($"href=\"{pair.Page}\"", html);
            Assert.DoesNotContain("欧阳", Regex.Match(html, "<title>.*?</title>").Value);
            Assert.DoesNotMatch("(href|action)=\"[^\"]*欧阳", html);
        }
    }

    [Fact]
    public async Task Case_NotYoursAndNotThere_AnswerTheSameBytes()
    {
        var pair = await Pair.MakeAsync(web);
        foreach (var account in new[] { Role.EscortTeam, Role.Auditor, Role.Administrator, Role.PoliceLiaison })
        {
            using var client = await web.SignedInAsync(account);
            var known = account == Role.PoliceLiaison ? $"/Review/{await HiddenAsync():D}" : pair.Page;
            var (notYours, notThere) = (await client.GetAsync(Path(known)), await client.GetAsync(Path($"/Review/{WebFixture.NewId():D}")));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (notYours.StatusCode, notThere.StatusCode));
            Assert.Equal(await notThere.Content.ReadAsByteArrayAsync(), await notYours.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Case_NamesWithMarkup_AreEscaped()
    {
        var pair = await Pair.MakeAsync(web, "<script>alert(1)</script>李");
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        foreach (var page in new[] { "/Review", pair.Page, pair.Page + "/confirm", "/Review/Morning", "/Cases" })
        {
            var html = await client.GetStringAsync(Path(page));
            Assert.DoesNotContain("<script>alert", html);
            if (page != "/Cases") Assert.Contains("&lt;script&gt;alert", html);
        }
    }

    [Fact]
    public async Task Decide_FourEyes_GoesOnAndShowsBothTextsOnlyAtTheEnd()
    {
        var pair = await Pair.MakeAsync(web);
        using var staff = await web.SignedInAsync(Role.StationStaff);
        Assert.Equal(HttpStatusCode.Redirect, (await pair.SendAsync(staff, "confirm", Evidence)).StatusCode);
        using var second = await web.SignedInAsync("other:" + Role.PoliceLiaison);
        Assert.DoesNotContain(Evidence, await second.GetStringAsync(Path(pair.Page)));
        Assert.Contains("第二位写下自己的看法后才显示", await second.GetStringAsync(Path(pair.Page)));
        Assert.Equal(HttpStatusCode.Redirect, (await pair.SendAsync(second, "confirm", "口音与家乡都对得上，已与家属通话")).StatusCode);
        Assert.Equal(MatchState.Confirmed, (await pair.ReadAsync()).State);
        Assert.Contains(Evidence, await second.GetStringAsync(Path(pair.Page)));
    }

    [Fact]
    public async Task Decide_TooLittleEvidence_KeepsTheWordsAndSaysWhatToDo()
    {
        var pair = await Pair.MakeAsync(web);
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        var html = await (await pair.SendAsync(client, "confirm", "像")).Content.ReadAsStringAsync();
        Assert.Contains("至少 10 个字", html);
        Assert.Contains(">像</textarea>", html);
        html = await (await pair.SendAsync(client, "reject", "年龄差得太多")).Content.ReadAsStringAsync();
        Assert.Contains("请选择不是同一人的理由", html);
        Assert.Equal(MatchState.Proposed, (await pair.ReadAsync()).State);
    }

    [Fact]
    public async Task Decide_StalePage_TellsWhoDidWhatAndKeepsTheWords()
    {
        var pair = await Pair.MakeAsync(web);
        using var first = await web.SignedInAsync(Role.StationStaff);
        await pair.SendAsync(first, "more", "请家属辨认右眉的痣", version: 1);
        using var second = await web.SignedInAsync(Role.PoliceLiaison);
        var html = await (await pair.SendAsync(second, "reject", "年龄差得太多", "DifferentPerson", version: 1)).Content.ReadAsStringAsync();
        Assert.Contains("您的决定没有保存", html);
        Assert.Contains("需要更多", html);
        Assert.Contains("请家属辨认右眉的痣", html);
        Assert.Contains(">年龄差得太多</textarea>", html);
        Assert.Equal(MatchState.UnderReview, (await pair.ReadAsync()).State);
    }

    [Fact]
    public async Task Decide_DoubleClickAndUndo_CountOnceAndLeaveTheTrace()
    {
        var pair = await Pair.MakeAsync(web);
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        var write = WebFixture.NewId();
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await pair.SendAsync(client, "reject", "年龄差得太多", "DifferentPerson", version: 1, write: write)).StatusCode);
        Assert.Single((await pair.ReadAsync()).Decisions);
        Assert.Contains("action=\"" + pair.Page + "/undo\"", await client.GetStringAsync(Path("/Review")));
        Assert.Equal(pair.Page, (await pair.SendAsync(client, "undo", "看错了一行")).Headers.Location!.ToString());
        Assert.Equal([DecisionAction.Reject, DecisionAction.Undo], (await pair.ReadAsync()).Decisions.OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => d.Action));
    }

    [Fact]
    public async Task Decide_UnknownStep_IsNoPage()
    {
        var pair = await Pair.MakeAsync(web);
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path(pair.Page + "/delete"))).StatusCode);
    }

    [Fact]
    public async Task Cases_WordsSearched_FindTheReportWithoutNamingItInTheAddress()
    {
        await Pair.MakeAsync(web, "慕容某");
        using var client = await web.SignedInAsync("other:" + Role.PoliceLiaison);
        var answer = await WebFixture.PostAsync(client, "/Cases", new() { ["Words"] = "慕容" });
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("慕容某", html);
        Assert.DoesNotMatch("(href|action)=\"[^\"]*慕容", html);
        Assert.Contains("没有找到", await (await WebFixture.PostAsync(client, "/Cases", new() { ["Words"] = "不存在的人" })).Content.ReadAsStringAsync());
    }

    /// <summary>A pair whose person does not want to be found.</summary>
    private async Task<Guid> HiddenAsync()
    {
        var pair = await Pair.MakeAsync(web);
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(web.Services);
        var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Data.ReuniteDb>(scope.ServiceProvider);
        db.StrandedPersons.Single(p => p.Id == pair.Person).DoesNotWantToBeFound = true;
        await db.SaveChangesAsync();
        return pair.Match;
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("<td class=\"num[^\"]*\">([＋−]?[0-9.]+)</td>")]
    private static partial Regex Weights();
}
