using System.Text.RegularExpressions;
using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Jobs.Scheduling;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests;

/// <summary>A running installation in a temporary folder: two stations and two police units of two provinces, one account per role, all with the same password.</summary>
public sealed partial class WebFixture : IAsyncLifetime
{
    public const string Password = "correct horse battery";
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-web-");
    private readonly WebApplicationFactory<Program> _app;

    public WebFixture() : this([]) { }

    /// <param name="settings">As an operator would set them.</param>
    internal WebFixture(params (string Name, string Value)[] settings) => _app = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
    {
        b.UseSetting("data", _folder.FullName).UseSetting("SignIn:PerMinute", "10000");
        foreach (var (name, value) in settings) b.UseSetting(name, value);
    });

    /// <summary>District 44.</summary>
    public Organisation Station { get; } = new(Guid.CreateVersion7(Since), OrganisationKind.Station, "甲州救助管理站", "44", "000-00001000");

    /// <summary>District 44.</summary>
    public Organisation Police { get; } = new(Guid.CreateVersion7(Since), OrganisationKind.Police, "甲州公安联络组", "44", null);

    /// <summary>District 61.</summary>
    public Organisation OtherStation { get; } = new(Guid.CreateVersion7(Since), OrganisationKind.Station, "乙州救助管理站", "61", null);

    /// <summary>District 61.</summary>
    public Organisation OtherPolice { get; } = new(Guid.CreateVersion7(Since), OrganisationKind.Police, "乙州公安联络组", "61", null);

    public DirectoryInfo Folder => _folder;

    public IServiceProvider Services => _app.Services;

    /// <summary>Account ids by role of the first station and police unit; "other:" in front for the second ones.</summary>
    public Dictionary<string, Guid> Accounts { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        db.Organisations.AddRange(Station, Police, OtherStation, OtherPolice);
        await db.SaveChangesAsync();
        foreach (var role in Role.All)
        {
            var isPolice = role == Role.PoliceLiaison;
            await AddAsync(scope.ServiceProvider, role, role, isPolice ? Police : Station);
            if (role is Role.PoliceLiaison or Role.StationStaff or Role.EscortTeam) await AddAsync(scope.ServiceProvider, "other:" + role, role, isPolice ? OtherPolice : OtherStation);
        }
        await SettledAsync(db);
    }

    /// <summary>Waits for what the server makes good at its start: a night that is late would log into the trips of a test.</summary>
    private async Task SettledAsync(ReuniteDb db)
    {
        var jobs = Services.GetServices<ScheduledJob>().Select(j => j.Name).ToList();
        for (var i = 0; i < 600; i++)
        {
            if (await db.JobRuns.CountAsync(r => jobs.Contains(r.Job) && r.State == JobState.Done) >= jobs.Count) return;
            await Task.Delay(50);
        }
        Assert.Fail("The jobs of the start were not done after thirty seconds.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A browser without a session; it does not follow redirects.</summary>
    public HttpClient Stranger(string language = "zh-CN")
    {
        var client = _app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    /// <summary>A browser without redirects whose cookies another server may be shown too.</summary>
    internal HttpClient Browser(System.Net.CookieContainer cookies) => _app.CreateDefaultClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(cookies));

    /// <summary>A browser signed in with a key of <see cref="Accounts"/>.</summary>
    public async Task<HttpClient> SignedInAsync(string account, string language = "zh-CN")
    {
        var client = Stranger(language);
        var answer = await PostAsync(client, "/Account/SignIn", new() { ["UserName"] = account, ["Password"] = Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Gets the page, then sends the fields with its form token; <paramref name="handler"/> names another address to send to.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, Dictionary<string, string> fields, string? handler = null)
    {
        return await SendAsync(client, await client.GetStringAsync(new Uri(page, UriKind.Relative)), fields, handler ?? page);
    }

    /// <summary>Sends the fields with the form token of a page that was read before.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string html, Dictionary<string, string> fields, string address)
    {
        fields["__RequestVerificationToken"] = TokenField().Match(html).Groups[1].Value;
        if (!fields.ContainsKey("WriteId")) fields["WriteId"] = NewId().ToString();
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private async Task AddAsync(IServiceProvider services, string name, string role, Organisation organisation)
    {
        var made = await services.GetRequiredService<AccountDesk>().CreateAsync(new NewAccount(name, name, role, organisation.Id), Password, Actor.System("test"), NewId(), CancellationToken.None);
        Assert.True(made.Succeeded);
        Accounts[name] = made.Value;
    }
}
