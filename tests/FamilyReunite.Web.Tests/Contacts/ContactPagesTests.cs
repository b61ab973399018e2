using System.Net;
using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Tests.Intake;

namespace FamilyReunite.Web.Tests.Contacts;

public sealed partial class ContactPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Contact_MetVisitedAndBroughtIn_BecomesAPersonWithItsFacts()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client, "/Contacts/Edit");
        var made = await sheet.SendAsync(sheet.Line(FactKind.Mark, "左眉尾黑痣"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = $"/Contacts/{sheet.RecordId}";

        Dictionary<string, string> visit = new() { ["Visit.VisitId"] = WebFixture.NewId().ToString(), ["Visit.At"] = "2026-01-05T10:00", ["Visit.Place"] = "和平桥下", ["Visit.Supplies"] = "棉被1", ["Visit.WantsToCome"] = "true", ["Visit.NextVisit"] = "2026-01-06" };
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await WebFixture.PostAsync(client, page, new(visit), page + "?handler=Visit")).StatusCode);
        var html = await client.GetStringAsync(Path(page));
        Assert.Single(Regex.Matches(html, "给了 棉被1"));
        Assert.Contains("超期", await client.GetStringAsync(Path("/Contacts")));

        var brought = await WebFixture.PostAsync(client, page, new() { ["PersonId"] = PersonField().Match(html).Groups[1].Value }, page + "?handler=BringIn");
        var form = await client.GetStringAsync(brought.Headers.Location);
        Assert.Contains("value=\"左眉尾黑痣\"", form);
        Assert.Contains("value=\"和平桥下\"", form);
        Assert.DoesNotContain($"href=\"{page}\"", await client.GetStringAsync(Path("/Contacts")));
    }

    [Fact]
    public async Task Visit_NextBeforeTheMeeting_KeepsWhatWasTypedAndSaysWhy()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(client, "/Contacts/Edit");
        await sheet.SendAsync(sheet.Line(FactKind.Mark, "左眉尾黑痣"));
        var page = $"/Contacts/{sheet.RecordId}";
        var answer = await WebFixture.PostAsync(client, page, new() { ["Visit.VisitId"] = WebFixture.NewId().ToString(), ["Visit.At"] = "2026-01-05T10:00", ["Visit.Place"] = "和平桥下", ["Visit.NextVisit"] = "2020-01-01" }, page + "?handler=Visit");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("下次探访日期早于这次见面", html);
        Assert.Contains("value=\"和平桥下\"", html);
    }

    [Fact]
    public async Task Contacts_PoliceAsks_FindsNoPage()
    {
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path("/Contacts"))).StatusCode);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("name=\"PersonId\" value=\"([^\"]+)\"")]
    private static partial Regex PersonField();
}
