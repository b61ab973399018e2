using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FamilyReunite.Cli.Tests.Deploy;

/// <summary><c>deploy/compose.yaml</c> tried without containers: what it names, with the settings that stand there, does together what it is for. Takes minutes, so it is asked for by <see cref="Switch"/>.</summary>
[SupportedOSPlatform("linux")]
[Trait("Needs", "PostgreSQL+Elasticsearch")]
public sealed partial class DeploymentTrialTests
{
    private const string Switch = "REUNITE_TRY_DEPLOYMENT";
    private const string Password = "correct-horse-battery";
    private const string Night = "2026-11-24";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Composition_Started_ServesOneInstallationAndOutlivesANode()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Switch) is { Length: > 0 }, $"Takes minutes: set {Switch}=1.");
        var (deploy, elastic) = (Above("deploy/compose.yaml"), Above("shared/elasticsearch/elasticsearch-8.19.21.zip"));
        var postgres = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() : null;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && postgres is not null && elastic is not null, "Needs Linux, root, Debian's package postgresql and the archive of Elasticsearch beside the repository.");
        using var all = new Composition(Path.GetDirectoryName(deploy)!, Path.Combine(postgres!, "bin"), elastic!);
        await all.StartAsync(Ct);

        var admin = new CurlBrowser(all);
        SetUp(all, admin);
        var staff = SignInStaff(all, admin);

        // a person typed at one server stands at the other
        var person = Save(staff, "app1", "欧阳芙蓉");
        Assert.Contains("欧阳芙蓉", staff.Get("app2", $"/People/{person}"), StringComparison.Ordinal);
        Report(all, "app2", "寻-1", "欧阳芙蓉");
        AssertProposed(person, Match(all, "app1", "--all", "--slot", Night));

        // one of three nodes loses its power: typing, searching and matching go on, at either server
        all["es2"].Kill();
        var next = Save(staff, "app2", "慕容雪梅");
        Assert.Contains("慕容雪梅", staff.Get("app1", $"/People/{next}"), StringComparison.Ordinal);
        Report(all, "app1", "寻-2", "慕容雪梅");
        AssertProposed(next, Match(all, "app2", "--all"));
        foreach (var app in (string[])["app1", "app2"])
        {
            await all.AppHealthyAsync(app, Ct);
            Assert.DoesNotContain("Exception", all[app].Said, StringComparison.Ordinal);
        }
    }

    /// <summary>The code stands in the first server's log; the administrator is made there and known to both.</summary>
    private static void SetUp(Composition all, CurlBrowser admin)
    {
        var code = Code().Match(all["app1"].Said).Groups[1].Value;
        var made = admin.Post("app1", "/Setup", admin.Get("app1", "/Setup"), ("Code", code), ("UserName", "guan"), ("Password", Password), ("Station", "甲州救助管理站"), ("District", "440300"), ("TimeZone", "Asia/Shanghai"), ("Police", ""));
        Assert.Contains("status 302", made, StringComparison.Ordinal);
        Assert.Contains("status 302", admin.Post("app1", "/Account/SignIn", admin.Get("app1", "/Account/SignIn"), ("UserName", "guan"), ("Password", Password)), StringComparison.Ordinal);
        Assert.Contains("status 200", admin.Get("app2", "/Admin"), StringComparison.Ordinal);
    }

    private static CurlBrowser SignInStaff(Composition all, CurlBrowser admin)
    {
        var page = admin.Get("app2", "/Admin/Accounts");
        var station = Station().Match(page).Groups[1].Value;
        Assert.Contains("status 302", admin.Post("app2", "/Admin/Accounts?handler=Create", page, ("UserName", "wang"), ("DisplayName", "王某"), ("Role", Domain.People.Role.StationStaff), ("OrganisationId", station)), StringComparison.Ordinal);
        var password = Shown().Match(admin.Get("app1", "/Admin/Accounts")).Value;
        var staff = new CurlBrowser(all);
        Assert.Contains("status 302", staff.Post("app2", "/Account/SignIn", staff.Get("app2", "/Account/SignIn"), ("UserName", "wang"), ("Password", password)), StringComparison.Ordinal);
        return staff;
    }

    /// <returns>The record's id.</returns>
    private static string Save(CurlBrowser staff, string app, string name)
    {
        var page = staff.Get(app, "/Intake");
        var id = Record().Match(page).Groups[1].Value;
        var saved = staff.PostForm(app, "/Intake", page, [("RecordId", id), ("then", "find"), .. Line(page, "Name", name), .. Line(page, "Sex", "女"), .. Line(page, "FoundPlace", "广州市火车站")]);
        Assert.Contains("status 302", saved, StringComparison.Ordinal);
        return id;
    }

    /// <summary>Fields of one line of the form, with the hidden ones that the page holds.</summary>
    private static IEnumerable<(string, string)> Line(string page, string kind, string text)
    {
        var key = Regex.Match(page, $"name=\"Rows\\[([0-9a-f]{{32}})\\]\\.Kind\" value=\"{kind}\"").Groups[1].Value;
        var hidden = Regex.Matches(page, $"name=\"(Rows\\[{key}\\]\\.[A-Za-z]+)\" value=\"([^\"]*)\"").Select(m => (Name: m.Groups[1].Value, Value: System.Net.WebUtility.HtmlDecode(m.Groups[2].Value)));
        return hidden.Where(f => !f.Name.EndsWith("Choice", StringComparison.Ordinal) && !f.Name.EndsWith(".Text", StringComparison.Ordinal)).DistinctBy(f => f.Name).Append(($"Rows[{key}].Text", text));
    }

    private static void Report(Composition all, string app, string source, string name)
    {
        var file = all.Host.In("report.jsonl");
        File.WriteAllText(file, JsonSerializer.Serialize(new { source_id = source, name, sex = "女" }));
        File.SetUnixFileMode(file, (UnixFileMode)0b110_100_100);
        all.Reunite(app, "import", file, "--as", "missing");
    }

    /// <returns>What the run said, and the candidates of everybody.</returns>
    private static string Match(Composition all, string app, params string[] words) =>
        all.Reunite(app, ["match", .. words, "--json"]) + all.Reunite(app, "candidates", "--all", "--json");

    /// <summary>The person's line has a candidate.</summary>
    private static void AssertProposed(string person, string said) => Assert.Contains($"{{\"id\":\"{person}\",\"source_id\":null,\"candidates\":[{{", said, StringComparison.Ordinal);

    /// <summary>The nearest such path above the program.</summary>
    private static string? Above(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, path) is var found && File.Exists(found)) return found;
        return null;
    }

    [GeneratedRegex("code: ([^ \n]+)")]
    private static partial Regex Code();

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Station();

    [GeneratedRegex("(?<![0-9a-z-])[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}(?![0-9a-z-])")]
    private static partial Regex Shown();

    [GeneratedRegex("name=\"RecordId\" value=\"([^\"]+)\"")]
    private static partial Regex Record();
}
