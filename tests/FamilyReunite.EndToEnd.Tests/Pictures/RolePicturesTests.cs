using FamilyReunite.Domain.People;
using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests.Pictures;

/// <summary>Takes the README's pictures from the running demo: <c>REUNITE_PICTURES=docs/pictures dotnet test tests/FamilyReunite.EndToEnd.Tests --filter Pictures</c>.</summary>
[Collection(StageCollection.Name)]
public sealed class RolePicturesTests(Stage stage)
{
    private const string Variable = "REUNITE_PICTURES";

    [Theory]
    [InlineData(Role.StationStaff, "staff", "/Today", null, 1280, 800)]
    [InlineData(Role.PoliceLiaison, "liaison", "/Review", "ol.queue a", 1280, 800)]
    [InlineData(Role.EscortTeam, "escort", "/Escort", "main a[href^='/Escort/0']", 360, 740)]
    [InlineData(Role.StationManager, "manager", "/Escort", null, 1280, 800)]
    [InlineData(Role.Auditor, "auditor", "/Audit", null, 1280, 800)]
    [InlineData(Role.Administrator, "administrator", "/Admin", null, 1280, 800)]
    public async Task Picture_OfARolesMainPage_IsTaken(string role, string name, string path, string? open, int width, int height)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 }, $"{Variable} names no folder for the pictures");
        await using var visitor = await stage.EnterAsync(role, width: width, height: height);
        await visitor.Page.GotoAsync(path);
        if (open is not null && await visitor.Page.Locator(open).CountAsync() > 0)
        {
            await visitor.Page.Locator(open).First.ClickAsync();
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        var file = Path.Combine(Root(), Environment.GetEnvironmentVariable(Variable)!, name + ".png");
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        Assert.True(new FileInfo(file).Length > 10_000);
    }

    [Fact]
    public async Task Picture_OfHomeFinding_IsTaken()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 }, $"{Variable} names no folder for the pictures");
        await using var visitor = await stage.EnterAsync(Role.StationStaff, width: 1280, height: 1000);
        await visitor.Page.GotoAsync("/People");
        var people = await visitor.Page.EvalOnSelectorAllAsync<string[]>("main a[href^='/People/']", "links => links.map(a => a.getAttribute('href')).filter(h => /^\\/People\\/[0-9a-f-]{36}$/.test(h))");
        foreach (var person in people)
        {
            await visitor.Page.GotoAsync(person + "/Home");
            if (await visitor.Page.Locator("#places .by-province a").CountAsync() >= 2) break;
        }
        var file = Path.Combine(Root(), Environment.GetEnvironmentVariable(Variable)!, "home.png");
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        Assert.True(new FileInfo(file).Length > 10_000);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("FamilyReunite.sln").Length == 0) folder = folder.Parent ?? throw new DirectoryNotFoundException("FamilyReunite.sln");
        return folder.FullName;
    }
}
