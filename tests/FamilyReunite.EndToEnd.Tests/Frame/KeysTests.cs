using FamilyReunite.Domain.People;
using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests.Frame;

[Collection(StageCollection.Name)]
public sealed class KeysTests(Stage stage)
{
    private const string FocusedRow = "[...document.querySelectorAll('a[data-row]')].indexOf(document.activeElement)";

    [Theory]
    [InlineData("/People")]
    [InlineData("/Contacts")]
    [InlineData("/Review")]
    public async Task Keys_InAList_StepAndOpen(string list)
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync(list);
        foreach (var key in new[] { "j", "j", "k", "j" }) await page.Keyboard.PressAsync(key);
        Assert.Equal(1, await page.EvaluateAsync<int>(FocusedRow));
        // a draft's row leads on to its form, any other to its record
        var id = await page.EvaluateAsync<string>("document.activeElement.pathname.split('/').pop()");
        await page.Keyboard.PressAsync("Enter");
        // the page is waited for whole: a browser that is closed amid loading can stand still; on a busy machine it takes its time
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath.EndsWith(id, StringComparison.Ordinal), new() { Timeout = 90_000 });
        Assert.Empty(staff.Faults);
    }

    [Fact]
    public async Task Keys_WhileTypingComposingOrSwitchedOff_DoNothing()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.GotoAsync("/People");
        await page.EvaluateAsync("for (const key of ['j', '?', '/']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }))");
        Assert.Equal(-1, await page.EvaluateAsync<int>(FocusedRow));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("j?");
        Assert.Equal("j?", await page.Locator("#q").InputValueAsync());
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys-off").CheckAsync();
        await page.Locator("#keys form button").ClickAsync();
        await page.Keyboard.PressAsync("?");
        Assert.False(await page.Locator("#keys").IsVisibleAsync());
    }

    [Fact]
    public async Task Screen_LeftAlone_IsCoveredAndKeepsWhatWasTyped()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        var page = staff.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/Today");
        await page.Locator("#q").FillAsync("右眉尾");
        await page.Clock.RunForAsync("02:50");
        Assert.False(await page.Locator("#idle").IsVisibleAsync());
        await page.Clock.RunForAsync("00:20");
        await page.Locator("#idle").WaitForAsync();
        await page.Locator("#idle button").ClickAsync();
        Assert.False(await page.Locator("#idle").IsVisibleAsync());
        Assert.Equal("右眉尾", await page.Locator("#q").InputValueAsync());
    }
}
