using System.Globalization;
using Deque.AxeCore.Playwright;
using FamilyReunite.Domain.People;

namespace FamilyReunite.EndToEnd.Tests.Pictures;

/// <summary>Looking at photos in a real browser: one pointer on both sides of a pair, enlarging and turning by keys, a mark framed by pointer and by keys.</summary>
[Collection(StageCollection.Name)]
public sealed class PictureViewerTests(Stage stage)
{
    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 1280)]
    [InlineData("zh-CN", 360)]
    [InlineData("en", 360)]
    public async Task Pages_OfPictures_AreUsable(string language, int width)
    {
        await using var visitor = await stage.EnterAsync(Role.PoliceLiaison, language, width);
        await visitor.Page.GotoAsync(await PairAsync(visitor));
        await UsableAsync(visitor, width);
        await using var staff = await stage.EnterAsync(Role.StationStaff, language, width);
        await staff.Page.GotoAsync(await PhotoAsync(staff));
        await UsableAsync(staff, width);
    }

    [Fact]
    public async Task Pair_PointerOnOnePicture_IsShownOnTheSamePlaceOfBoth()
    {
        await using var visitor = await stage.EnterAsync(Role.PoliceLiaison);
        await visitor.Page.GotoAsync(await PairAsync(visitor));
        var picture = (await visitor.Page.Locator("#person svg").BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(picture.X + picture.Width * .5f, picture.Y + picture.Height * .25f);
        foreach (var side in new[] { "#person", "#report" })
        {
            Assert.Equal("visible", await visitor.Page.GetAttributeAsync($"{side} [data-pointer]", "visibility"));
            var (x, y) = await ShareAsync(visitor, side);
            Assert.InRange(x, .48, .52);
            Assert.InRange(y, .2, .3);
        }
        await visitor.Page.Locator("#person").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Shift+ArrowRight");
        Assert.True((await ShareAsync(visitor, "#report")).X > .515);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Picture_Keys_EnlargeTurnMoveAndReset()
    {
        await using var visitor = await stage.EnterAsync(Role.PoliceLiaison);
        await visitor.Page.GotoAsync(await PairAsync(visitor));
        var still = await visitor.Page.GetAttributeAsync("#person svg", "viewBox");
        await visitor.Page.Locator("#person").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("+");
        var near = await ViewAsync(visitor);
        Assert.True(near.Width < Number(still!, 2));
        await visitor.Page.Keyboard.PressAsync("ArrowRight");
        Assert.True((await ViewAsync(visitor)).X > near.X);
        await visitor.Page.Keyboard.PressAsync("r");
        Assert.Contains("matrix(0,1,-1,0", await visitor.Page.GetAttributeAsync("#person [data-turn]", "transform"), StringComparison.Ordinal);
        await visitor.Page.Keyboard.PressAsync("0");
        Assert.Equal(still, await visitor.Page.GetAttributeAsync("#person svg", "viewBox"));
        // a key on a picture is no key of the page
        Assert.EndsWith("/Pictures", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_MirroredByKeys_OneOrBothAndThePointerStaysOnTheSamePlace()
    {
        await using var visitor = await stage.EnterAsync(Role.PoliceLiaison);
        await visitor.Page.GotoAsync(await PairAsync(visitor));
        async Task<string> Pressed(string side) => (await visitor.Page.GetAttributeAsync($"[data-tools='{side}'] [data-do=mirror]", "aria-pressed"))!;
        await visitor.Page.Locator("#person").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("m");
        Assert.Equal(("true", "false"), (await Pressed("person"), await Pressed("report")));
        // the left of the screen is the right of the picture, and so of the other one
        var picture = (await visitor.Page.Locator("#person [data-turn] image").BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(picture.X + picture.Width * .25f, picture.Y + picture.Height * .5f);
        Assert.InRange((await ShareAsync(visitor, "#report")).X, .7, .8);
        await visitor.Page.Keyboard.PressAsync("Shift+M");
        Assert.Equal(("false", "false"), (await Pressed("person"), await Pressed("report")));
        await visitor.Page.Keyboard.PressAsync("Shift+M");
        Assert.Equal(("true", "true"), (await Pressed("person"), await Pressed("report")));
        await visitor.Page.Keyboard.PressAsync("0");
        Assert.Equal("false", await Pressed("person"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Delete_WithoutAReason_IsHeldBackByTheForm()
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff, "en", 360);
        await visitor.Page.GotoAsync(await PhotoAsync(visitor));
        await visitor.Page.ClickAsync("a[href$='/Delete']");
        Assert.False(await visitor.ScrollsSidewaysAsync());
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id));
        await visitor.Page.ClickAsync("main .button.danger");
        Assert.EndsWith("/Delete", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Mark_FramedByKeysAlone_StandsOnThePicture()
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff);
        await visitor.Page.GotoAsync(await PhotoAsync(visitor));
        var before = await visitor.Page.Locator(".picture-mark").CountAsync();
        await visitor.Page.Locator("[data-draw] button").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("ArrowRight");
        await visitor.Page.Keyboard.PressAsync("Shift+ArrowDown");
        Assert.Equal(("41.0", "21.0"), (await visitor.Page.InputValueAsync("#Mark_Left"), await visitor.Page.InputValueAsync("#Mark_Height")));
        await visitor.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("false", await visitor.Page.GetAttributeAsync("[data-draw] button", "aria-pressed"));
        await visitor.Page.SelectOptionAsync("#Mark_What", "Scar");
        await visitor.Page.ClickAsync("#mark-form button[type=submit]");
        await visitor.Page.WaitForSelectorAsync(".toast");
        Assert.Equal(before + 1, await visitor.Page.Locator(".picture-mark").CountAsync());
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Mark_FramedByPointerOnATurnedPicture_IsMeasuredUpright()
    {
        await using var visitor = await stage.EnterAsync(Role.StationStaff);
        await visitor.Page.GotoAsync(await PhotoAsync(visitor));
        await visitor.Page.Locator("#stage").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("r");
        await visitor.Page.Locator("[data-draw] button").ClickAsync();
        // upright left top; a quarter to the right it lies at the right top
        var corner = await visitor.Page.EvaluateAsync<float[]>("() => { const b = document.querySelector('#stage [data-turn] image').getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }");
        await visitor.Page.Mouse.MoveAsync(corner[0] + corner[2] * .9f, corner[1] + corner[3] * .1f);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(corner[0] + corner[2] * .7f, corner[1] + corner[3] * .4f);
        await visitor.Page.Mouse.UpAsync();
        var numbers = new[] { "Left", "Top", "Width", "Height" }.Select(async n => float.Parse(await visitor.Page.InputValueAsync("#Mark_" + n), CultureInfo.InvariantCulture));
        foreach (var (said, meant) in (await Task.WhenAll(numbers)).Zip([10f, 10f, 30f, 20f])) Assert.InRange(said, meant - 1, meant + 1);
    }

    private static async Task UsableAsync(Visitor visitor, int width)
    {
        await visitor.Page.WaitForSelectorAsync("[data-tools]:not([hidden])");
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        Assert.Equal(1, await visitor.Page.Locator("main .button.primary:visible").CountAsync());
        Assert.False(await visitor.ScrollsSidewaysAsync(), $"scrolls sideways at {width} px");
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Target))}"));
        Assert.Empty(visitor.Faults);
    }

    /// <summary>Where the pointer is drawn, in shares of the picture.</summary>
    private static async Task<(double X, double Y)> ShareAsync(Visitor visitor, string side)
    {
        var share = await visitor.Page.EvaluateAsync<double[]>("side => { const box = document.querySelector(side); const m = box.querySelector('[data-pointer]').transform.baseVal.consolidate().matrix; return [m.e / box.dataset.width, m.f / box.dataset.height]; }", side);
        return (share[0], share[1]);
    }

    private static async Task<(double X, double Width)> ViewAsync(Visitor visitor)
    {
        var box = (await visitor.Page.GetAttributeAsync("#person svg", "viewBox"))!;
        return (Number(box, 0), Number(box, 2));
    }

    private static double Number(string viewBox, int at) => double.Parse(viewBox.Split(' ')[at], CultureInfo.InvariantCulture);

    /// <summary>The pictures of the first pair in the queue that has some on both sides and no minor in it.</summary>
    private static async Task<string> PairAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/Review");
        foreach (var pair in await visitor.Page.EvalOnSelectorAllAsync<string[]>("ol.queue a[href^='/Review/0']", "links => links.map(a => a.getAttribute('href'))"))
        {
            await visitor.Page.GotoAsync(pair);
            if (await visitor.Page.Locator(".case-actions a[href$='/Pictures']").CountAsync() == 0 || await visitor.Page.Locator(".covered").CountAsync() > 0) continue;
            return (await visitor.Page.GetAttributeAsync(".case-actions a[href$='/Pictures']", "href"))!;
        }
        throw new InvalidOperationException("The demo has no pair with photos on both sides.");
    }

    private static async Task<string> PhotoAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/People");
        foreach (var person in await visitor.Page.EvalOnSelectorAllAsync<string[]>("main a[href^='/People/0']", "links => links.map(a => a.getAttribute('href'))"))
        {
            await visitor.Page.GotoAsync(person);
            var photo = visitor.Page.Locator("#facts a[href^='/Pictures/']:has(img)").First;
            if (await photo.CountAsync() > 0) return (await photo.GetAttributeAsync("href"))!;
        }
        throw new InvalidOperationException("The demo has no person with a photo.");
    }
}
