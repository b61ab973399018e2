using Deque.AxeCore.Playwright;
using FamilyReunite.Domain.People;

namespace FamilyReunite.EndToEnd.Tests.Homes;

/// <summary>Home finding in a real browser: every page of it usable, an answer moves the belief at once, a pasted notice becomes a report.</summary>
[Collection(StageCollection.Name)]
public sealed class FindingHomeTests(Stage stage)
{
    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 1280)]
    [InlineData("zh-CN", 360)]
    [InlineData("en", 360)]
    public async Task Pages_OfHomeFinding_AreUsable(string language, int width)
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff, language, width);
        var home = await HomeOfFirstAsync(visitor);
        foreach (var path in new[] { home, home + "?Means=Pictures", home + "?At=51", home + "/Aloud", home + "/Ask", "/Homes", "/Homes/Places", "/Homes/Questions", "/Cards", "/Reports/Paste" })
        {
            var answer = await visitor.Page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
            Assert.False(await visitor.ScrollsSidewaysAsync(), $"{path} scrolls sideways at {width} px");
            var serious = (await visitor.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{path}: {v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Target))}").ToList();
            Assert.Empty(serious);
        }
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Interview_Answer_MovesTheListAndIsKeptUntilItIsWithdrawn()
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff, "zh-CN");
        var home = await HomeOfFirstAsync(visitor);
        await visitor.Page.GotoAsync(home);
        var before = await visitor.Page.Locator("#interview > ul > li, #answers li").CountAsync();
        var question = visitor.Page.Locator("form.question").First;
        var asked = (await question.Locator(".text").InnerTextAsync())[2..].Trim();

        await question.Locator("button[name='Answer.Choice']").First.ClickAsync();
        await visitor.Page.WaitForFunctionAsync("text => document.querySelector('#interview').innerText.includes(text) && ![...document.querySelectorAll('form.question .text')].some(q => q.innerText.includes(text))", asked);
        await visitor.Page.ReloadAsync();

        Assert.Contains(asked, await visitor.Page.Locator("#interview").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(before + 1, await visitor.Page.Locator("#interview > ul > li, #answers li").CountAsync());
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Aloud_KeyTwo_IsAnAnswerAndTheNextNameComes()
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff, "zh-CN");
        await visitor.Page.GotoAsync(await HomeOfFirstAsync(visitor) + "/Aloud");
        var first = await visitor.Page.Locator(".aloud .name").InnerTextAsync();

        await visitor.Page.Keyboard.PressAsync("2");
        await visitor.Page.WaitForFunctionAsync("name => document.querySelector('.aloud .name')?.innerText !== name", first);

        Assert.NotEqual(first, await visitor.Page.Locator(".aloud .name").InnerTextAsync());
    }

    [Fact]
    public async Task Paste_Notice_BecomesAReportWithItsLines()
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff, "zh-CN", 360);
        await visitor.Page.GotoAsync("/Reports/Paste");
        await visitor.Page.Locator("#Notice").FillAsync("寻人启事：孟小雨，女，1990年3月5日出生，身高1米58，家住贵州省毕节市织金县，2010年5月走失。");
        await visitor.Page.Locator(".paste-in button[type=submit]").ClickAsync();
        await visitor.Page.Locator(".paste-out button[type=submit]").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/Reports/Edit/**");

        Assert.Contains("孟小雨", await visitor.Page.Locator("form.intake").EvaluateAsync<string>("form => [...form.querySelectorAll('input,textarea')].map(x => x.value).join(' ')"), StringComparison.Ordinal);
        Assert.Empty(visitor.Faults);
    }

    private static async Task<string> HomeOfFirstAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/People");
        var links = await visitor.Page.EvalOnSelectorAllAsync<string[]>("main a[href^='/People/']", "links => links.map(a => a.getAttribute('href')).filter(h => /^\\/People\\/[0-9a-f-]{36}$/.test(h))");
        return links[0] + "/Home";
    }
}
