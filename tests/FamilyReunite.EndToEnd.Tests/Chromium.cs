using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests;

/// <summary>Debian's Chromium; without it the browser tests are skipped with that reason.</summary>
internal static class Chromium
{
    public const string Path = "/usr/bin/chromium";

    public static string? Missing => File.Exists(Path) ? null : $"{Path} is not installed (apt-get install chromium fonts-noto-cjk)";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
