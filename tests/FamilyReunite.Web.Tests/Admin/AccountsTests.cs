using System.Net;
using System.Text.RegularExpressions;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Tests.Admin;

public sealed partial class AccountsTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Create_NewColleague_CanSignInWithThePasswordShownOnce()
    {
        using var admin = await web.SignedInAsync(Role.Administrator);
        var made = await WebFixture.PostAsync(admin, "/Admin/Accounts", Answers("王某"), "/Admin/Accounts?handler=Create");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var password = Password().Match(await admin.GetStringAsync(new Uri("/Admin/Accounts", UriKind.Relative))).Value;
        Assert.DoesNotContain(password, await admin.GetStringAsync(new Uri("/Admin/Accounts", UriKind.Relative)));

        using var colleague = web.Stranger();
        var signedIn = await WebFixture.PostAsync(colleague, "/Account/SignIn", new() { ["UserName"] = "王某", ["Password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task Create_LiaisonInAStation_IsRefusedWithTheReason()
    {
        using var admin = await web.SignedInAsync(Role.Administrator);
        var answers = Answers("李某");
        answers["Role"] = Role.PoliceLiaison;
        var refused = await WebFixture.PostAsync(admin, "/Admin/Accounts", answers, "/Admin/Accounts?handler=Create");
        Assert.Contains("公安联络属于公安单位", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Lock_Yourself_IsRefused()
    {
        using var admin = await web.SignedInAsync(Role.Administrator);
        var refused = await WebFixture.PostAsync(admin, "/Admin/Accounts", new() { ["id"] = web.Accounts[Role.Administrator].ToString() }, "/Admin/Accounts?handler=Lock");
        Assert.Contains("不能停用自己", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task System_Administrator_SeesNumbersAndNoCase()
    {
        using var admin = await web.SignedInAsync(Role.Administrator);
        Assert.Contains("夜间任务", await admin.GetStringAsync(new Uri("/Admin", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(new Uri("/People", UriKind.Relative))).StatusCode);
    }

    private Dictionary<string, string> Answers(string name) => new() { ["UserName"] = name, ["DisplayName"] = name, ["Role"] = Role.StationStaff, ["OrganisationId"] = web.Station.Id.ToString() };

    // an identifier of the page, which is longer, is no password
    [GeneratedRegex("(?<![0-9a-z-])[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}(?![0-9a-z-])")]
    private static partial Regex Password();
}
