using FamilyReunite.Domain.People;
using FamilyReunite.Web.Pages.Intake;
using FamilyReunite.Web.Resources;
using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests.Frame;

[Collection(StageCollection.Name)]
public sealed class UnsentTests(Stage stage)
{
    [Fact]
    public async Task Form_SentAfterTheSessionEnded_IsOfferedAgainAndSavesWhatWasTyped()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync("/Intake");
        await page.Context.ClearCookiesAsync();
        await page.Locator("#field-HomeHeard [name$='.Text']").First.FillAsync("购葛村那边");
        await page.GetByRole(AriaRole.Button, new() { Name = Said.In<IntakeText>("save.draft"), Exact = true }).First.ClickAsync();

        await SignInAsync(page, Role.StationStaff);
        await page.GetByRole(AriaRole.Button, new() { Name = Said.In<SharedText>("unsent.send"), Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/Intake/*");
        Assert.Equal("购葛村那边", await page.Locator("#field-HomeHeard [name$='.Text']").First.InputValueAsync());
        await page.GotoAsync("/Today");
        Assert.False(await page.Locator("#kept-form").IsVisibleAsync());
    }

    [Fact]
    public async Task Form_OfSomebodyElse_IsForgotten()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync("/Intake");
        await page.Context.ClearCookiesAsync();
        await page.Locator("#field-HomeHeard [name$='.Text']").First.FillAsync("苟角那边");
        await page.GetByRole(AriaRole.Button, new() { Name = Said.In<IntakeText>("save.draft"), Exact = true }).First.ClickAsync();

        await SignInAsync(page, Role.StationManager);
        Assert.False(await page.Locator("#kept-form").IsVisibleAsync());
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('unsent')"));
    }

    private async Task SignInAsync(IPage page, string role)
    {
        var (name, password) = stage.Server[role];
        await page.Locator("#UserName").FillAsync(name);
        await page.Locator("#Password").FillAsync(password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForSelectorAsync(".main-nav");
    }
}
