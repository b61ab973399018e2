using Deque.AxeCore.Playwright;
using FamilyReunite.Domain.People;

namespace FamilyReunite.EndToEnd.Tests.Frame;

/// <summary>What holds for the main pages of every role, in both languages, on a desk and on a phone.</summary>
[Collection(StageCollection.Name)]
public sealed class EveryPageTests(Stage stage)
{
    public static TheoryData<string, string, int> Windows()
    {
        var windows = new TheoryData<string, string, int>();
        foreach (var role in Role.All)
            foreach (var (language, width) in new[] { ("zh-CN", 1280), ("en", 1280), ("zh-CN", 360), ("en", 360) }) windows.Add(role, language, width);
        return windows;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task MainPages_OfARole_AreUsable(string role, string language, int width)
    {
        await using var visitor = await stage.EnterAsync(role, language, width);
        var paths = await visitor.Page.EvalOnSelectorAllAsync<string[]>(".main-nav a", "links => links.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            var answer = await visitor.Page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
            Assert.Equal(language, await visitor.Page.GetAttributeAsync("html", "lang"));
            Assert.False(await visitor.ScrollsSidewaysAsync(), $"{path} scrolls sideways at {width} px");
            var serious = (await visitor.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{path}: {v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Target))}").ToList();
            Assert.Empty(serious);
        }
        Assert.Empty(visitor.Faults);
    }
}
