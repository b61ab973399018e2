using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests;

/// <summary>One demo server and one browser for all browser tests.</summary>
public sealed class Stage : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private DemoServer? _server;

    public DemoServer Server => _server ?? throw new InvalidOperationException("The stage was not set.");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _server = new DemoServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        await _server.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>A visitor with its own cookies, signed in as <paramref name="role"/>.</summary>
    public async Task<Visitor> EnterAsync(string role, string language = "zh-CN", int width = 1280, int height = 800)
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { Locale = language, ViewportSize = new ViewportSize { Width = width, Height = height }, BaseURL = Server.Address, TimezoneId = "Asia/Shanghai" });
        context.SetDefaultTimeout(15_000);
        var visitor = new Visitor(context, await context.NewPageAsync(), Server.Address);
        var (userName, password) = Server[role];
        await visitor.Page.GotoAsync("/Account/SignIn");
        await visitor.Page.FillAsync("#UserName", userName);
        await visitor.Page.FillAsync("#Password", password);
        await visitor.Page.ClickAsync("main button[type=submit]");
        await visitor.Page.WaitForSelectorAsync(".main-nav");
        return visitor;
    }
}

[CollectionDefinition(Name)]
public sealed class StageCollection : ICollectionFixture<Stage>
{
    public const string Name = "stage";
}
