using System.Net;
using System.Text;
using FamilyReunite.Domain.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Access;

/// <summary>Every address × every role × own, others', nobody's.</summary>
public sealed class EveryRouteTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly string[] Station = [Role.StationStaff, Role.StationManager];
    private static readonly string[] Cases = [.. Station, Role.PoliceLiaison];
    private static readonly string[] Journey = [.. Cases, Role.EscortTeam];
    private static readonly string[] Everybody = [.. Role.All];
    private static readonly string[] Others = ["other:" + Role.StationStaff, "other:" + Role.PoliceLiaison, "other:" + Role.EscortTeam];

    /// <summary>Route → who may open it; an id stands for the case of the first station.</summary>
    private static readonly Dictionary<string, string[]> Routes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Everybody, ["NotFound"] = Everybody, ["Fault"] = Everybody, ["healthz"] = Everybody, ["Setup"] = Everybody,
        ["Account/SignIn"] = Everybody, ["Account/SignOut"] = Everybody, ["Account/Language"] = Everybody,
        ["Today"] = Station, ["Intake/{id:guid?}"] = Station, ["People"] = Cases, ["People/{id:guid}"] = Cases, ["People/{id:guid}/Why/{report:guid?}"] = Cases, ["Reports"] = Cases, ["Reports/{id:guid}"] = Cases, ["Reports/Edit/{id:guid?}"] = Station, ["Reports/Paste/{id:guid?}"] = Station,
        ["Contacts"] = Station, ["Contacts/{id:guid}"] = Station, ["Contacts/Edit/{id:guid?}"] = Station,
        ["Search/{id:guid?}"] = Cases, ["Cases"] = [Role.PoliceLiaison], ["Review"] = Cases, ["Review/Morning"] = Cases, ["Review/{id:guid}"] = Cases, ["Review/{id:guid}/Pictures"] = Cases, ["Review/{id:guid}/{step:regex(^(open|more|reject|confirm|undo)$)}"] = Cases,
        ["Escort"] = Journey, ["Escort/{id:guid}"] = Journey, ["Escort/{id:guid}/Plan"] = Station, ["Escort/{id:guid}/Sheet"] = Journey, ["Escort/{id:guid}/WrongPerson"] = Cases,
        ["Escort/{id:guid}/HandOver"] = [.. Station, Role.EscortTeam], ["Escort/New/{matchId:guid}"] = Station,
        ["People/{id:guid}/Home"] = Cases, ["People/{id:guid}/Home/Ask"] = Station, ["People/{id:guid}/Home/Aloud"] = Station, ["Homes"] = Cases, ["Homes/Places"] = Station, ["Homes/Questions"] = Station, ["Homes/Counties"] = Cases, ["Cards"] = Everybody,
        ["Homes/Inquiries/{id:guid}"] = Cases, ["Homes/Inquiries/{id:guid}/Sheet"] = Cases, ["Homes/Listening/{id:guid}"] = Cases, ["Homes/Listening/{id:guid}/Clip"] = [],
        ["files/{attachmentId:guid}/{variant}"] = [], ["Pictures/{attachmentId:guid}"] = [], ["Pictures/{attachmentId:guid}/Faces"] = [], ["Pictures/{attachmentId:guid}/Delete"] = [], ["Audit"] = [Role.Auditor], ["Admin"] = [Role.Administrator], ["Admin/Accounts"] = [Role.Administrator], ["Admin/Model"] = [Role.Administrator], ["Admin/Faces"] = [Role.Administrator], ["api/escort/{tripId:guid}/events"] = [], ["api/home"] = [],
    };

    public static TheoryData<string> Roles => [.. Role.All];

    [Fact]
    public void Table_RunningServer_NamesEveryRoute()
    {
        var served = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (e.RoutePattern.RawText ?? "").Trim('/')).Where(r => !r.EndsWith("Index", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(Routes.Keys.Order(StringComparer.OrdinalIgnoreCase), served.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Get_EachRole_OpensItsOwnAndFindsNothingElse(string role)
    {
        var own = await OwnCase.MakeAsync(web);
        using var client = await web.SignedInAsync(role);
        var nothing = await BytesAsync(client, "/Nowhere");
        foreach (var (route, roles) in Routes.Where(r => !r.Key.StartsWith("api/", StringComparison.Ordinal)))
        {
            var path = Fill(route, own);
            using var answer = await client.GetAsync(At(path));
            if (roles.Contains(role)) Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.NoContent || route is "NotFound", $"{role} {path} {answer.StatusCode}");
            else await AssertNothingAsync(nothing, answer, $"{role} {path}");
        }
    }

    [Fact]
    public async Task Get_OfAnotherStationOrNobody_AnswersTheSameBytes()
    {
        var own = await OwnCase.MakeAsync(web);
        var nobody = new OwnCase(web, WebFixture.NewId(), WebFixture.NewId(), WebFixture.NewId(), WebFixture.NewId(), WebFixture.NewId(), WebFixture.NewId(), WebFixture.NewId(), WebFixture.NewId());
        foreach (var (account, asked) in Others.Select(o => (o, own)).Concat(Role.All.Select(r => (r, nobody))))
        {
            using var client = await web.SignedInAsync(account);
            var nothing = await BytesAsync(client, "/Nowhere");
            // words of a search live under an id of the caller's own; an unknown one says that they are forgotten
            foreach (var route in Routes.Keys.Where(r => r.Contains('{', StringComparison.Ordinal) && !r.StartsWith("api/", StringComparison.Ordinal) && !r.StartsWith("Search", StringComparison.Ordinal)))
            {
                if (route.StartsWith("Escort/New", StringComparison.Ordinal) && asked == own && account.EndsWith(Role.EscortTeam, StringComparison.Ordinal)) continue;
                using var answer = await client.GetAsync(At(Fill(route, asked)));
                await AssertNothingAsync(nothing, answer, $"{account} {route}");
            }
        }
    }

    [Fact]
    public async Task Post_WhoMayNotWrite_ChangesNothing()
    {
        var own = await OwnCase.MakeAsync(web);
        string[] police = [Role.PoliceLiaison, .. Others], rest = [Role.Auditor, Role.Administrator, Role.EscortTeam];
        (string Path, string[] Barred)[] posts =
        [
            ("/Intake", [Role.PoliceLiaison, .. rest]), ("/Intake?handler=Fact", [Role.PoliceLiaison, .. rest]), ("/Intake?handler=File", [.. police, .. rest]), ("/Reports/Edit?handler=File", [.. Others, .. rest]),
            ($"/People/{own.Person}?handler=Wish", [.. police, .. rest]), ($"/People/{own.Person}/Why", [.. Others, .. rest]), ($"/Contacts/{own.Contact}?handler=Visit", [.. police, .. rest]), ($"/Contacts/{own.Contact}?handler=BringIn", [.. police, .. rest]),
            ($"/People/{own.Person}/Home?handler=Answer", [.. police, .. rest]), ($"/People/{own.Person}/Home?handler=Listen", [.. police, .. rest]), ($"/People/{own.Person}/Home/Ask", [.. police, .. rest]), ($"/People/{own.Person}/Home/Aloud", [.. police, .. rest]),
            ($"/Pictures/{own.File}", [.. police, .. rest]), ($"/Pictures/{own.File}/Delete", [.. police, .. rest]), ($"/Pictures/{own.File}/Faces?handler=Choose", [.. police, .. rest]), ("/Admin/Faces?handler=On", [.. Journey, Role.Auditor]), ($"/Homes/Inquiries/{own.Inquiry}?handler=Withdraw", [.. police, .. rest]), ($"/Homes/Inquiries/{own.Inquiry}?handler=Reply", [.. Others, .. rest]), ($"/Homes/Listening/{own.Listening}", [.. Others, .. rest]), ("/Homes/Places?handler=Add", [Role.PoliceLiaison, .. rest]), ("/Homes/Questions?handler=Add", [Role.PoliceLiaison, .. rest]),
            ($"/Review/{own.Match}/undo", [.. Others, .. rest]), ($"/Review/{own.Match}/reject", [.. Others, .. rest]), ($"/Escort/New/{own.Match}", [.. police, .. rest]), ($"/Escort/{own.Trip}/Plan", [.. police, .. rest]),
            ($"/Escort/{own.Trip}/HandOver", [.. police, Role.Auditor, Role.Administrator]), ($"/Escort/{own.Trip}/WrongPerson", [.. Others, .. rest]),
            .. new[] { "Depart", "Safe", "Incident", "Return" }.Select(h => ($"/Escort/{own.Trip}?handler={h}", (string[])[.. police, Role.Auditor, Role.Administrator])), ($"/Escort/{own.Trip}?handler=Cancel", [.. police, .. rest]),
            ("/Admin/Accounts?handler=Create", [.. Journey, Role.Auditor]), ("/Admin/Accounts?handler=Organisation", [.. Journey, Role.Auditor]), ($"/Admin/Accounts?handler=Reset&id={web.Accounts[Role.Auditor]}", [.. Journey, Role.Auditor]),
            ("/Audit?handler=Check", [.. Journey, Role.Administrator]), ("/Audit?handler=Export", [.. Journey, Role.Administrator]),
        ];
        var before = await own.StateAsync();
        foreach (var account in posts.SelectMany(p => p.Barred).Distinct())
        {
            using var client = await web.SignedInAsync(account);
            var home = account switch { Role.Auditor => "/Audit", Role.Administrator => "/Admin/Accounts", _ => "/Escort?all=true" };
            foreach (var path in posts.Where(p => p.Barred.Contains(account)).Select(p => p.Path))
            {
                using var answer = await WebFixture.PostAsync(client, home, Fields(own), path);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.OK, $"{account} {path} {answer.StatusCode}");
                Assert.Equal((path, before), (path, await own.StateAsync()));
            }
        }
    }

    [Fact]
    public async Task TripEvents_OfAnotherStationOrRole_AreNotThere()
    {
        var own = await OwnCase.MakeAsync(web);
        var before = await own.StateAsync();
        foreach (var account in (string[])[.. Others, Role.Auditor, Role.Administrator])
        {
            using var client = await web.SignedInAsync(account);
            using var body = new StringContent($$"""{"id":"{{WebFixture.NewId()}}","kind":"CheckedIn","at":"2026-03-03T08:00:00Z"}""", Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, At($"/api/escort/{own.Trip}/events")) { Content = body };
            request.Headers.Add("Origin", "http://localhost");
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).StatusCode);
        }
        Assert.Equal(before, await own.StateAsync());
    }

    private static Dictionary<string, string> Fields(OwnCase own) => new()
    {
        ["RecordId"] = own.Person.ToString(), ["hide"] = "true", ["Reason"] = "试一试", ["Text"] = "试一试，这里写够十个字以上", ["Version"] = "2", ["PersonId"] = WebFixture.NewId().ToString(), ["Visit.Place"] = "桥下",
        ["Answer.Question"] = "potato", ["Answer.Asked"] = "这个您叫什么？", ["Answer.Choice"] = "said|说了|洋芋", ["Listening.ClipId"] = own.File.ToString(), ["Listening.Words"] = "听听", ["Division"] = "511324", ["LookFor"] = "有没有走失的人", ["Outside"] = "外站", ["State"] = "NotKnown", ["Reply"] = "没有这个人", ["Verdict"] = "Ours", ["Typed"] = "511324", ["Name"] = "老屋场", ["Divisions"] = "511324", ["There"] = "Most", ["Elsewhere"] = "Hardly",
        ["UserName"] = "intruder", ["Role"] = Role.Administrator, ["OrganisationId"] = own.Web.Station.Id.ToString(), ["name"] = "假站", ["district"] = "44", ["timeZone"] = "Asia/Shanghai",
    };

    private static string Fill(string route, OwnCase c)
    {
        var record = route switch { _ when route.StartsWith("Reports", StringComparison.Ordinal) => c.Report, _ when route.StartsWith("Contacts", StringComparison.Ordinal) => c.Contact, _ when route.StartsWith("Review", StringComparison.Ordinal) => c.Match, _ when route.StartsWith("Escort", StringComparison.Ordinal) => c.Trip,
            _ when route.StartsWith("Homes/Inquiries", StringComparison.Ordinal) => c.Inquiry, _ when route.StartsWith("Homes/Listening", StringComparison.Ordinal) => c.Listening, _ => c.Person };
        var at = route.IndexOf("{step", StringComparison.Ordinal) is var step and >= 0 ? route[..step] + "undo" : route;
        return "/" + at.Replace("{id:guid}", $"{record}", StringComparison.Ordinal).Replace("{id:guid?}", $"{record}", StringComparison.Ordinal).Replace("{matchId:guid}", $"{c.Match}", StringComparison.Ordinal).Replace("{attachmentId:guid}", $"{c.File}", StringComparison.Ordinal).Replace("{report:guid?}", $"{c.Report}", StringComparison.Ordinal).Replace("{variant}", "original", StringComparison.Ordinal);
    }

    private static async Task AssertNothingAsync(byte[] nothing, HttpResponseMessage answer, string what)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{what}: {answer.StatusCode}");
        var shown = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(nothing.AsSpan().SequenceEqual(shown), what);
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, string path) => await (await client.GetAsync(At(path))).Content.ReadAsByteArrayAsync();

    private static Uri At(string path) => new(path, UriKind.Relative);
}
