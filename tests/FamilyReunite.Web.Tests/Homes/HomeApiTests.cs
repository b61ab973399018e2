using System.Net;
using System.Text;
using System.Text.Json;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Tests.Homes;

public sealed class HomeApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    public static TheoryData<string, HttpStatusCode> Rights => new()
    {
        { Role.StationStaff, HttpStatusCode.OK }, { Role.StationManager, HttpStatusCode.OK }, { Role.PoliceLiaison, HttpStatusCode.OK },
        { Role.EscortTeam, HttpStatusCode.NotFound }, { Role.Auditor, HttpStatusCode.NotFound }, { Role.Administrator, HttpStatusCode.NotFound },
    };

    [Theory, MemberData(nameof(Rights))]
    public async Task Post_EachRole_StationAndPoliceAreAnswered(string role, HttpStatusCode status)
    {
        using var client = await web.SignedInAsync(role);

        Assert.Equal(status, (await SendAsync(client, """{"id":"a","heard_places":["四川省仪陇县"]}""")).StatusCode);
    }

    [Fact]
    public async Task Post_Case_AnswersAsTheCommandDoes()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        using var answer = JsonDocument.Parse(await (await SendAsync(client, """{"id":7,"heard_places":["四川省仪陇县"],"found_place":"上海市"}""")).Content.ReadAsStringAsync());

        Assert.Equal(["id", "declined", "homes", "regions"], answer.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(7, answer.RootElement.GetProperty("id").GetInt32());
        Assert.Equal("511324", answer.RootElement.GetProperty("homes")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("no json")]
    public async Task Post_NoObject_SaysWhatIsWanted(string body)
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var answer = await SendAsync(client, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("clues_text", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FromElsewhereOrNotSignedIn_IsTurnedAway()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, "{}", "https://elsewhere.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, "{}", origin: null)).StatusCode);
        using var stranger = web.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(stranger, "{}")).StatusCode);
    }

    [Fact]
    public async Task Post_PagesOfText_AreRead()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, $$"""{"clues_text":"{{new string('家', 60_000)}}"}""")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string body, string? origin = "http://localhost")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/home", UriKind.Relative)) { Content = content };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await client.SendAsync(request);
    }
}
