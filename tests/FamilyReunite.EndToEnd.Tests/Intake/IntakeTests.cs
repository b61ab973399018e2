using FamilyReunite.Domain.People;
using FamilyReunite.Web.Pages.Intake;
using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests.Intake;

[Collection(StageCollection.Name)]
public sealed class IntakeTests(Stage stage)
{
    [Fact]
    public async Task Intake_HalfFilledAndReloaded_KeepsWhatWasHeardAndShowsWhatWasUnderstood()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync("/Intake");
        await TypeAsync(page, "HomeHeard", "购葛村");
        await TypeAsync(page, "Height", "一百六十三公分");
        await TypeAsync(page, "Mark", "左眉尾黑痣");
        await page.GetByText(Said.In<IntakeText>("autosaved", args: "").Trim()).First.WaitForAsync();

        await page.ReloadAsync();
        Assert.Equal("购葛村", await page.Locator("#field-HomeHeard input[name$='.Text']").First.InputValueAsync());
        await page.Locator("#field-Sex input[value='男']").CheckAsync();
        await TypeAsync(page, "FoundPlace", "和平桥下");
        await page.GetByRole(AriaRole.Button, new() { Name = Said.In<IntakeText>("save.find"), Exact = true }).First.ClickAsync();

        await page.GetByText("购葛村").First.WaitForAsync();
        var seen = await page.Locator("main").InnerTextAsync();
        Assert.Contains("163", seen);
        Assert.Contains("左眉", seen);
        Assert.DoesNotContain("购葛", page.Url);
        Assert.DoesNotContain("购葛", await page.TitleAsync());
        Assert.Empty(staff.Faults);
    }

    [Fact]
    public async Task Intake_ImpossibleHeightAmongGoodFields_NamesItAndLosesNothing()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync("/Intake");
        await TypeAsync(page, "Height", "300厘米");
        await TypeAsync(page, "Name", "<b>张三</b>");
        await TypeAsync(page, "Belonging", "陇西到上海的车票");
        await page.GetByRole(AriaRole.Button, new() { Name = Said.In<IntakeText>("save.draft"), Exact = true }).First.ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        Assert.Equal("300厘米", await page.Locator("#field-Height input[name$='.Text']").First.InputValueAsync());
        Assert.Equal("陇西到上海的车票", await page.Locator("#field-Belonging input[name$='.Text']").First.InputValueAsync());
        Assert.Equal(0, await page.Locator("main b").CountAsync());
    }

    [Fact]
    public async Task Intake_SeveralPhotosChosenAtOnce_SendsEachOfThem()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync("/Intake");
        var shots = new List<FilePayload>();
        foreach (var part in new[] { ".frame", "main", ".main-nav" })
            shots.Add(new FilePayload { Name = $"{shots.Count}.png", MimeType = "image/png", Buffer = await page.Locator(part).First.ScreenshotAsync() });
        await page.Locator("#photos").SetInputFilesAsync(shots);
        await page.Locator("#sending img").Nth(2).WaitForAsync();
        Assert.Equal(0, await page.Locator("#sending .refused").CountAsync());
        await page.ReloadAsync();
        Assert.Equal(3, await page.Locator("#files .file-row").CountAsync());
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        var box = page.Locator($"#field-{field} [name$='.Text']").First;
        if (!await box.IsVisibleAsync()) await page.Locator($"details:has(#field-{field}) > summary").First.ClickAsync();
        await box.FillAsync(text);
        await box.PressAsync("Tab");
    }
}
