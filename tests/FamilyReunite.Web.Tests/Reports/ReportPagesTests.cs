using System.Net;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Tests.Intake;

namespace FamilyReunite.Web.Tests.Reports;

public sealed class ReportPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData(Role.StationStaff)]
    [InlineData(Role.PoliceLiaison)]
    public async Task Report_LunarBirth_IsRegisteredAndReadBack(string role)
    {
        using var client = await web.SignedInAsync(role);
        var sheet = await FormSheet.OpenAsync(client, "/Reports/Edit");
        var birth = sheet.Line(FactKind.BirthDate, "1979年腊月初二");
        var key = sheet.Keys(FactKind.BirthDate)[0];
        birth[$"Rows[{key}].Lunar"] = "true";
        var answer = await sheet.SendAsync("find", null, [sheet.Line(FactKind.Name, "李某"), sheet.Line(FactKind.Sex, "男"), birth, sheet.Line(FactKind.ReporterContact, "000-00000001")]);
        Assert.Equal($"/Reports/{sheet.RecordId}", answer.Headers.Location!.ToString());
        var page = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("农历1979年腊月初二", page);
        Assert.Contains("000-00000001", page);
        Assert.Contains(sheet.RecordId.ToString(), await client.GetStringAsync(Path("/Reports")));
    }

    [Fact]
    public async Task Report_OfAnotherStation_LooksLikeNoPage()
    {
        using var owner = await web.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(owner, "/Reports/Edit");
        await sheet.SendAsync(sheet.Line(FactKind.Name, "李某"));
        using var stranger = await web.SignedInAsync("other:" + Role.StationStaff);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Path($"/Reports/{sheet.RecordId}"))).StatusCode);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
