using System.Net;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using static FamilyReunite.Web.Tests.Escort.EscortStage;

namespace FamilyReunite.Web.Tests.Escort;

public sealed class EscortPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Journey_PostedStepByStepWithoutScript_EndsReturned()
    {
        var match = await web.ConfirmedAsync("李阿明");
        using var staff = await web.SignedInAsync(Role.StationStaff);
        Assert.Contains("李阿明", await staff.GetStringAsync(At("/Escort")));
        var planned = await WebFixture.PostAsync(staff, $"/Escort/New/{match.Id}", Plan());
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var trip = planned.Headers.Location!.ToString();

        using var team = await web.SignedInAsync(Role.EscortTeam);
        await DoneAsync(team, trip, "Depart");
        Assert.Equal(web.Accounts[Role.EscortTeam], (await web.ReadTripAsync(Guid.Parse(trip[^36..]))).Escorts[0].AccountId);
        Assert.Equal(trip, (await team.GetAsync(At("/Escort"))).Headers.Location!.ToString());
        await DoneAsync(team, trip, "Safe");
        var incident = await WebFixture.PostAsync(team, trip, new() { ["text"] = "列车晚点", ["place"] = "重庆北站" }, trip + "?handler=Incident");
        Assert.Equal(HttpStatusCode.Redirect, incident.StatusCode);
        var page = await team.GetStringAsync(At(trip));
        Assert.Contains("列车晚点", page);
        Assert.Contains("高血压", page);

        var door = await WebFixture.PostAsync(team, trip + "/HandOver", Door());
        Assert.Equal(trip, door.Headers.Location?.ToString());
        await DoneAsync(team, trip, "Return");
        var back = await web.ReadTripAsync(Guid.Parse(trip[^36..]));
        Assert.Equal((TripState.Returned, "M10 10L90 80", 5), (back.State, back.HandOver!.SignatureSvg, back.Events.Count));
    }

    [Fact]
    public async Task HandOver_SomethingMissing_KeepsWhatWasTypedAndNamesTheField()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("周某"), TripState.UnderWay);
        using var team = await web.SignedInAsync(Role.EscortTeam);
        var door = Door();
        door["IdLastFour"] = "12345678";
        door["Signature"] = "M1 1\" onload=\"x";
        var answer = await WebFixture.PostAsync(team, $"/Escort/{trip}/HandOver", door);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#idLastFour\"", html);
        Assert.Contains("签名没有传完整", html);
        Assert.Contains("value=\"李大山\"", html);
        Assert.DoesNotContain("onload=\"x", html);
    }

    [Fact]
    public async Task Plan_RowsAddedWithoutScript_KeepWhatWasTyped()
    {
        var match = await web.ConfirmedAsync("吴某");
        using var staff = await web.SignedInAsync(Role.StationStaff);
        var fields = Plan();
        fields["Step"] = "add-leg";
        var html = await (await WebFixture.PostAsync(staff, $"/Escort/New/{match.Id}", fields)).Content.ReadAsStringAsync();
        Assert.Contains("name=\"Legs[2].From\"", html);
        Assert.Contains("value=\"G2966\"", html);
        fields["Step"] = "remove-leg-0";
        html = await (await WebFixture.PostAsync(staff, $"/Escort/New/{match.Id}", fields)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("G2966", html);
        fields["Step"] = "propose";
        html = await (await WebFixture.PostAsync(staff, $"/Escort/New/{match.Id}", fields)).Content.ReadAsStringAsync();
        Assert.Contains("name=\"CheckIns[5]\"", html);
    }

    [Fact]
    public async Task Edit_SomebodyElseSavedFirst_ShowsWhatStandsAndSavesOnTheSecondAnswer()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("郑某"), TripState.Planned);
        using var staff = await web.SignedInAsync(Role.StationStaff);
        var mine = Plan();
        mine["Version"] = "0";
        var html = await (await WebFixture.PostAsync(staff, $"/Escort/{trip}/Plan", mine)).Content.ReadAsStringAsync();
        Assert.Contains("别人刚刚保存了这份计划", html);
        Assert.Contains("value=\"乙县\"", html);
        mine["Version"] = "1";
        Assert.Equal(HttpStatusCode.Redirect, (await WebFixture.PostAsync(staff, $"/Escort/{trip}/Plan", mine)).StatusCode);
        Assert.Contains((await web.ReadTripAsync(trip)).Legs, l => l.To == "乙县");
    }

    [Fact]
    public async Task Trip_OtherOrganisation_IsTheSame404AsNone()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("王某"), TripState.HandedOver);
        foreach (var account in new[] { "other:" + Role.EscortTeam, "other:" + Role.StationStaff, Role.Auditor })
        {
            using var client = await web.SignedInAsync(account);
            foreach (var page in new[] { "", "/Sheet", "/HandOver", "/WrongPerson", "/Plan" })
            {
                var answer = await client.GetAsync(At($"/Escort/{trip}{page}"));
                var none = await client.GetAsync(At($"/Escort/{Guid.Empty}{page}"));
                Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, none.StatusCode));
                Assert.Equal(await none.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
            }
        }
    }

    [Fact]
    public async Task Trip_LiaisonOfTheFamilysDistrict_ReadsItAndPlansNothing()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("王某"), TripState.Planned);
        using var client = await web.SignedInAsync("other:" + Role.PoliceLiaison);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(At($"/Escort/{trip}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(At($"/Escort/{trip}/Plan"))).StatusCode);
    }

    [Fact]
    public async Task WrongPerson_ByTheLiaison_IsSaidOnTheTrip()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("冯某"), TripState.HandedOver);
        using var liaison = await web.SignedInAsync(Role.PoliceLiaison);
        var empty = await WebFixture.PostAsync(liaison, $"/Escort/{trip}/WrongPerson", new() { ["Text"] = " " });
        Assert.Contains("请写明发生了什么", await empty.Content.ReadAsStringAsync());
        var said = await WebFixture.PostAsync(liaison, $"/Escort/{trip}/WrongPerson", new() { ["Text"] = "家属认不出，DNA 不符" });
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal(TripState.WrongPerson, (await web.ReadTripAsync(trip)).State);
    }

    [Fact]
    public async Task List_SilentTrip_StandsFirstWithWhatToDo()
    {
        await web.TripAsync(await web.ConfirmedAsync("陈某"), TripState.UnderWay);
        using var staff = await web.SignedInAsync(Role.StationManager, "en");
        var html = await staff.GetStringAsync(At("/Escort"));
        Assert.Contains("Ring up the escorts now.", html);
        Assert.True(html.IndexOf("Not heard from", StringComparison.Ordinal) is > 0 and var first && first < html.IndexOf("陈某", StringComparison.Ordinal));
    }

    private static async Task DoneAsync(HttpClient client, string trip, string handler) =>
        Assert.Equal(HttpStatusCode.Redirect, (await WebFixture.PostAsync(client, trip, [], $"{trip}?handler={handler}")).StatusCode);

    private static Dictionary<string, string> Plan() => new()
    {
        ["Legs[0].From"] = "甲州", ["Legs[0].To"] = "成都", ["Legs[0].Transport"] = "Train", ["Legs[0].Number"] = "G2966", ["Legs[0].DepartsAt"] = "2030-03-03T08:00", ["Legs[0].ArrivesAt"] = "2030-03-03T17:00",
        ["Legs[1].From"] = "成都", ["Legs[1].To"] = "乙县", ["Legs[1].Transport"] = "Car", ["Legs[1].DepartsAt"] = "2030-03-03T18:00", ["Legs[1].ArrivesAt"] = "2030-03-03T22:00",
        ["Escorts[0].Name"] = Role.EscortTeam, ["Escorts[0].Duty"] = "带队", ["MedicalNotes"] = "早晚各一次降压药",
    };

    private static Dictionary<string, string> Door() => new()
    {
        ["Receiver"] = "李大山", ["Relation"] = "哥哥", ["IdChecked"] = "true", ["IdKind"] = "居民身份证", ["IdLastFour"] = "123x", ["Signature"] = "M10 10L90 80", ["Place"] = "苟角乡",
    };
}
