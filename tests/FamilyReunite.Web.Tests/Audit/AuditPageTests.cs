using System.Net;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Tests.Review;

namespace FamilyReunite.Web.Tests.Audit;

public sealed class AuditPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Audit_LookAtAPair_StandsThereWithWhoAndWhich()
    {
        var pair = await Pair.MakeAsync(web);
        using (var liaison = await web.SignedInAsync(Role.PoliceLiaison)) await liaison.GetStringAsync(Path(pair.Page));
        using var auditor = await web.SignedInAsync(Role.Auditor);
        var html = await auditor.GetStringAsync(Path($"/Audit?record={pair.Match:D}"));
        Assert.Contains("查看核查", html);
        Assert.Contains(pair.Match.ToString("D"), html);
        Assert.DoesNotContain("李某某", html);
    }

    [Theory]
    [InlineData("zh-CN", "链完整，核对至第")]
    [InlineData("en", "The chain holds up to row")]
    public async Task Check_Asked_SaysHowFarTheChainHolds(string language, string sentence)
    {
        using var auditor = await web.SignedInAsync(Role.Auditor, language);
        Assert.Equal("/Audit", (await WebFixture.PostAsync(auditor, "/Audit", [], "/Audit?handler=Check")).Headers.Location!.ToString());
        Assert.Contains(sentence, await auditor.GetStringAsync(Path("/Audit")));
    }

    [Fact]
    public async Task Export_Asked_IsAFileWithoutNames()
    {
        using var auditor = await web.SignedInAsync(Role.Auditor);
        var answer = await WebFixture.PostAsync(auditor, "/Audit", [], "/Audit?handler=Export");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("sequence,at_utc,account,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_RecordThatIsNoId_SaysWhatToDo()
    {
        using var auditor = await web.SignedInAsync(Role.Auditor);
        Assert.Contains("记录编号写得不对", await auditor.GetStringAsync(Path("/Audit?record=%3Cb%3E")));
    }

    [Fact]
    public async Task Audit_AnybodyElse_FindsNoPage()
    {
        foreach (var role in Role.All.Where(r => r != Role.Auditor))
        {
            using var client = await web.SignedInAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path("/Audit"))).StatusCode);
        }
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
