using Microsoft.Playwright;

namespace FamilyReunite.EndToEnd.Tests;

/// <summary>One person's browser window, which remembers what went wrong in it.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public Visitor(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.Console += (_, m) => { if (m.Type == "error" && !m.Text.Contains("404", StringComparison.Ordinal)) _faults.Add("console: " + m.Text); };
        page.PageError += (_, e) => _faults.Add($"script on {new Uri(page.Url).AbsolutePath}: {e}");
        page.Request += (_, r) => { if (!r.Url.StartsWith(address, StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) _faults.Add("outside request: " + r.Url); };
    }

    public IPage Page { get; }

    /// <summary>Console errors, script errors and requests to anywhere else.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>True when the page is wider than its window.</summary>
    public async Task<bool> ScrollsSidewaysAsync() => await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}
