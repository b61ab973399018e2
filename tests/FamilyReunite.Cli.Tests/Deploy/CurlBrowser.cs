using System.Net;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace FamilyReunite.Cli.Tests.Deploy;

/// <summary>A browser in the composition's network that trusts its authority. It always asks for one host name, as behind a load balancer, and is told which server answers.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class CurlBrowser(Composition composition)
{
    private const string Name = "reunite.example.org";

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly string _jar = composition.Host.In("cookies-" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"));

    public string Get(string app, string path) => Ask(app, path, []);

    /// <summary>Sends fields with the token of a page that was read before.</summary>
    /// <returns>The answer's status, an empty line and its text.</returns>
    public string Post(string app, string path, string page, params (string Name, string Value)[] fields) =>
        Ask(app, path, [.. Fields(page, fields).SelectMany(f => new[] { "--data-urlencode", $"{f.Name}={f.Value}" })]);

    /// <summary>The same as a form with files is sent.</summary>
    public string PostForm(string app, string path, string page, params (string Name, string Value)[] fields) =>
        Ask(app, path, [.. Fields(page, fields).SelectMany(f => new[] { "--form-string", $"{f.Name}={f.Value}" })]);

    public static string Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    private static IEnumerable<(string Name, string Value)> Fields(string page, (string Name, string Value)[] fields) =>
        [("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)), ("WriteId", Id()), .. fields];

    private string Ask(string app, string path, string[] words) => composition.Host.Run("root", Nothing, ["curl", "--silent", "--show-error", "--cacert", composition[app].Here("/run/secrets/ca"), "--cookie", _jar, "--cookie-jar", _jar, "--write-out", "\nstatus %{http_code} to %{redirect_url}",
        "--connect-to", $"{Name}:443:{app}:{composition[app].Published}", .. words, $"https://{Name}{path}"]);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
