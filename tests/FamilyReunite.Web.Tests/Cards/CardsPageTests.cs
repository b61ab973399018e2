using System.Net;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Tests.Cards;

public sealed class CardsPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Cards_SignedIn_ShowsEverySetWithItsPictures()
    {
        using var client = await web.SignedInAsync(Role.StationStaff);
        var page = await client.GetStringAsync("/Cards");

        Assert.Contains("哪张像您家的房子？", WebUtility.HtmlDecode(page));
        Assert.Contains("/cards/cave-house.svg", page);
        Assert.DoesNotContain("/cards/.svg", page);
        var picture = await client.GetAsync("/cards/cave-house.svg");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Cards_Stranger_IsSentToSignIn()
    {
        using var client = web.Stranger();

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/Cards")).StatusCode);
    }
}
