using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Tests.Escort;

namespace FamilyReunite.Web.Tests.Today;

public sealed class TodayPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("zh-CN", "共漏 1 次", "还没有出发记录")]
    [InlineData("en", "missed: 1", "not noted yet")]
    public async Task Get_SilentJourneys_StandBeforeEverythingElse(string language, string missed, string late)
    {
        var underWay = await web.TripAsync(await web.ConfirmedAsync("李某某"), TripState.UnderWay);
        var planned = await web.TripAsync(await web.ConfirmedAsync("张某某"), TripState.Planned);
        var page = await (await web.SignedInAsync(Role.StationManager, language)).GetStringAsync(new Uri("/Today", UriKind.Relative));
        var panel = page.IndexOf("panel bad", StringComparison.Ordinal);
        Assert.InRange(panel, 0, page.IndexOf("morning", StringComparison.Ordinal));
        foreach (var said in new[] { $"/Escort/{underWay}", $"/Escort/{planned}", missed, late }) Assert.Contains(said, page[panel..], StringComparison.Ordinal);
        Assert.DoesNotContain("/Escort/" + underWay, await (await web.SignedInAsync("other:" + Role.StationStaff)).GetStringAsync(new Uri("/Today", UriKind.Relative)), StringComparison.Ordinal);
    }
}
