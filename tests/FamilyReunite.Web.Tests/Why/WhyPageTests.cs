using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Why;

public sealed class WhyPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Get_PairOfTheStation_SaysWhyAndShowsTheBars()
    {
        var (person, report) = await PairAsync();
        using var staff = await web.SignedInAsync(Role.StationStaff);
        var page = await staff.GetAsync(new Uri($"/People/{person}/Why/{report}", UriKind.Relative));
        var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("现在比对的依据", text, StringComparison.Ordinal);
        Assert.Contains("<tfoot>", text, StringComparison.Ordinal);
        Assert.Contains("青杠坳", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AddressOfTheReport_LeadsToTheAnswerAndWordsToASentence()
    {
        var (person, report) = await PairAsync();
        using var staff = await web.SignedInAsync(Role.StationStaff);
        var found = await WebFixture.PostAsync(staff, $"/People/{person}/Why", new() { ["Words"] = $"http://localhost:5080/Reports/{report}" }, $"/People/{person}/Why");
        Assert.Equal((HttpStatusCode.Redirect, $"/People/{person}/Why/{report}"), (found.StatusCode, found.Headers.Location?.OriginalString));
        var unknown = await WebFixture.PostAsync(staff, $"/People/{person}/Why", new() { ["Words"] = "不知道" }, $"/People/{person}/Why");
        Assert.Contains("没有这个编号的寻人登记", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private async Task<(Guid Person, Guid Report)> PairAsync()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var person = new StrandedPerson(WebFixture.NewId(), web.Station.Id, web.Station.District, at) { Status = RecordStatus.Open };
        var report = new MissingReport(WebFixture.NewId(), web.Station.Id, web.Station.District, at) { Status = RecordStatus.Open };
        person.Add(new Fact(WebFixture.NewId(), FactKind.HomeHeard, "青杠坳", null, FactSource.SaidByPerson, null, null, at));
        report.Add(new Fact(WebFixture.NewId(), FactKind.HomePlace, "四川省南充市仪陇县青杠坳村", null, FactSource.SaidByFamily, null, null, at));
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        db.AddRange(person, report);
        await db.SaveChangesAsync();
        return (person.Id, report.Id);
    }
}
