using System.Globalization;
using FamilyReunite.Cli;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Pages.Escort;
using FamilyReunite.Web.Pages.Review;
using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests.Journey;

/// <summary>The way from a proposed pair to the signature at the family's door, walked by the people who walk it.</summary>
[Collection(StageCollection.Name)]
public sealed class WholeJourneyTests(Stage stage)
{
    [Fact]
    public async Task Journey_FromCandidateToSignature_IsWalkedByThreePeopleAndKeptInTheChain()
    {
        await using var staff = await stage.EnterAsync(Role.StationStaff);
        await staff.Page.GotoAsync("/Review?order=Probability&own=true");
        await staff.Page.Locator("a[href^='/Review/0']").First.ClickAsync();
        await staff.Page.WaitForSelectorAsync(".case-actions");
        var address = new Uri(staff.Page.Url).AbsolutePath;
        await AssertBarsSumAsync(staff.Page);
        await ConfirmAsync(staff.Page, "confirm", "核对了姓名读音、家乡和右眉的痣，三项相符。");

        await using var liaison = await stage.EnterAsync(Role.PoliceLiaison);
        await liaison.Page.GotoAsync(address);
        Assert.DoesNotContain("三项相符", await liaison.Page.ContentAsync());
        await ConfirmAsync(liaison.Page, "second", "家属视频辨认，说出了旧伤的来历，认定是本人。");
        await liaison.Page.GotoAsync(address);
        Assert.Contains("三项相符", await liaison.Page.ContentAsync());

        var trip = await PlanAsync(staff.Page, address);
        await using var escort = await stage.EnterAsync(Role.EscortTeam, width: 360, height: 740);
        await TravelAsync(escort.Page, trip);
        await HandOverAsync(escort.Page);
        await escort.Page.GetByRole(AriaRole.Button, Named("do.return")).ClickAsync();
        await escort.Page.Locator(".history").GetByText(Said.In<EscortText>("event.Returned"), new() { Exact = true }).WaitForAsync();

        await using var auditor = await stage.EnterAsync(Role.Auditor);
        await auditor.Page.GotoAsync("/Audit");
        var told = await auditor.Page.Locator("main tbody tr td:nth-child(4)").AllInnerTextsAsync();
        Assert.Contains(told, t => t.StartsWith("移交家属", StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotMatch(@"^[a-z-]+\.[a-z-]+", t));

        Assert.Equal("", string.Join('\n', staff.Faults.Concat(liaison.Faults).Concat(escort.Faults)));
        Assert.Equal(ExitCode.Fine, await ReuniteCommand.Create().Parse(["audit", "verify", "--data", stage.Server.DataFolder, "--json"]).InvokeAsync());
    }

    /// <summary>Bars and base rate as a reviewer reads them, in tenths.</summary>
    private static async Task AssertBarsSumAsync(IPage page)
    {
        var bars = await page.Locator("table.bars tbody td.num").AllInnerTextsAsync();
        var total = await page.Locator("table.bars tfoot td.num").InnerTextAsync();
        Assert.True(bars.Count >= 2, "a candidate has evidence and a base rate");
        Assert.Equal(Read(total), bars.Sum(Read));
    }

    private static decimal Read(string signed) => decimal.Parse(signed.Trim().Replace('−', '-').Replace('＋', '+'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static async Task ConfirmAsync(IPage page, string step, string evidence)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = Said.In<ReviewText>(step + ".button"), Exact = true }).ClickAsync();
        var dialog = page.Locator("dialog[open]");
        await dialog.Locator("textarea").FillAsync(evidence);
        await dialog.GetByRole(AriaRole.Button, new() { Name = Said.In<ReviewText>(step + ".do"), Exact = true }).ClickAsync();
        await page.WaitForSelectorAsync(".toast, [role=status]");
    }

    private static async Task<string> PlanAsync(IPage page, string address)
    {
        await page.GotoAsync("/Escort/New/" + address[(address.LastIndexOf('/') + 1)..]);
        await page.Locator("[name='Legs[0].From']").FillAsync("浙州");
        await page.Locator("[name='Legs[0].To']").FillAsync("仪陇");
        await page.Locator("[name='Legs[0].DepartsAt']").FillAsync("2030-03-03T08:00");
        await page.Locator("[name='Legs[0].ArrivesAt']").FillAsync("2030-03-03T18:30");
        await page.Locator("[name='Escorts[0].Name']").FillAsync("张某");
        await page.GetByRole(AriaRole.Button, Named("plan.save")).ClickAsync();
        await page.WaitForSelectorAsync("[data-state=Planned]");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task TravelAsync(IPage page, string trip)
    {
        await page.GotoAsync(trip);
        await page.GetByRole(AriaRole.Button, Named("do.depart")).ClickAsync();
        await page.Locator(".history").GetByText(Said.In<EscortText>("event.Departed"), new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, Named("do.safe")).ClickAsync();
        await page.Locator(".history").GetByText(Said.In<EscortText>("event.CheckedIn"), new() { Exact = true }).WaitForAsync();
    }

    private static async Task HandOverAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, Named("do.hand-over")).ClickAsync();
        await page.Locator("[name=Receiver]").FillAsync("李某");
        await page.Locator("[name=Relation]").FillAsync("哥哥");
        await page.Locator("[name=IdChecked]").CheckAsync();
        await page.Locator("[name=IdKind]").SelectOptionAsync("居民身份证");
        await page.Locator("[name=IdLastFour]").FillAsync("123X");
        await SignAsync(page);
        await page.GetByRole(AriaRole.Button, Named("hand-over.do")).ClickAsync();
        await page.Locator(".history").GetByText(Said.In<EscortText>("event.HandedOver"), new() { Exact = true }).WaitForAsync();
    }

    private static async Task SignAsync(IPage page)
    {
        var canvas = page.Locator("canvas").First;
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= 10; i++) await page.Mouse.MoveAsync(box.X + 20 + i * 15, box.Y + 20 + i % 3 * 20);
        await page.Mouse.UpAsync();
    }

    private static PageGetByRoleOptions Named(string key) => new() { Name = Said.In<EscortText>(key), Exact = true };
}
