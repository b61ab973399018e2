using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using static FamilyReunite.Web.Tests.Escort.EscortStage;

namespace FamilyReunite.Web.Tests.Escort;

public sealed class TripEventsApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Post_QueueSentTwice_CountsEachReportOnce()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("李阿明"), TripState.Planned);
        using var team = await web.SignedInAsync(Role.EscortTeam);
        object[] queue = [Report("Departed"), Report("CheckedIn"), Report("Incident", "列车晚点"), Report("HandedOver", handOver: Door("M10 10L90 80"))];
        for (var i = 0; i < 2; i++)
            foreach (var report in queue) Assert.Equal(HttpStatusCode.OK, (await SendAsync(team, trip, report)).StatusCode);
        var back = await web.ReadTripAsync(trip);
        Assert.Equal((TripState.HandedOver, 4), (back.State, back.Events.Count));
    }

    [Fact]
    public async Task Post_FieldsMissing_Answers422WithASentencePerField()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("周某"), TripState.UnderWay);
        using var team = await web.SignedInAsync(Role.EscortTeam, "en");
        var answer = await SendAsync(team, trip, Report("HandedOver", handOver: Door("M1 1C2 2 3 3 4 4")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("The signature did not arrive whole", problem.GetProperty("errors").GetProperty("signature")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StateDoesNotFit_Answers409()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("吴某"), TripState.Planned);
        using var team = await web.SignedInAsync(Role.EscortTeam);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(team, trip, Report("CheckedIn"))).StatusCode);
    }

    [Theory]
    [InlineData("{\"id\":\"nonsense\"}")]
    [InlineData("{\"id\":\"00000000-0000-0000-0000-000000000000\",\"kind\":\"CheckedIn\",\"at\":\"2026-03-03T00:00:00Z\"}")]
    [InlineData("not json")]
    public async Task Post_Unreadable_IsRefusedAndNothingIsKept(string body)
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("郑某"), TripState.UnderWay);
        using var team = await web.SignedInAsync(Role.EscortTeam);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, At($"/api/escort/{trip}/events")) { Content = content };
        request.Headers.Add("Origin", "http://localhost");
        Assert.InRange((int)(await team.SendAsync(request)).StatusCode, 400, 422);
        Assert.Single((await web.ReadTripAsync(trip)).Events);
    }

    [Fact]
    public async Task Post_NotYoursNotSignedInOrFromElsewhere_IsTurnedAway()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("王某"), TripState.UnderWay);
        using var other = await web.SignedInAsync("other:" + Role.EscortTeam);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(other, trip, Report("CheckedIn"))).StatusCode);
        using var stranger = web.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(stranger, trip, Report("CheckedIn"))).StatusCode);
        using var team = await web.SignedInAsync(Role.EscortTeam);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(team, trip, Report("CheckedIn"), "https://elsewhere.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(team, trip, Report("CheckedIn"), null)).StatusCode);
        Assert.Single((await web.ReadTripAsync(trip)).Events);
    }

    private static object Report(string kind, string? text = null, object? handOver = null) => new { id = WebFixture.NewId(), kind, at = TimeProvider.System.GetUtcNow(), place = "成都", text, handOver };

    private static object Door(string signature) => new { receiver = "李大山", relation = "哥哥", idChecked = true, idKind = "居民身份证", idLastFour = "123X", signature, signedFor = false };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Guid trip, object report, string? origin = "http://localhost")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At($"/api/escort/{trip}/events")) { Content = JsonContent.Create(report) };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await client.SendAsync(request);
    }
}
