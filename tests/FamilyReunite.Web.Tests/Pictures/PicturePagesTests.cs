using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Pictures;

public sealed class PicturePagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Mark_PostedWithoutScript_StandsInTheRecordAndOnThePicture()
    {
        var (person, photo) = await PersonAsync();
        using var client = await web.SignedInAsync(Role.StationStaff);
        var answer = await WebFixture.PostAsync(client, $"/Pictures/{photo}", Fields("Birthmark", "25", "20.5"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var html = await client.GetStringAsync(At($"/Pictures/{photo}"));
        Assert.Contains("<g class=\"picture-mark\"><rect x=\"100\" y=\"102.5\" width=\"80\" height=\"50\"", html, StringComparison.Ordinal);
        await using var scope = web.Services.CreateAsyncScope();
        var fact = Assert.Single((await scope.ServiceProvider.GetRequiredService<ReuniteDb>().Records.Include(r => r.Facts).SingleAsync(r => r.Id == person)).Current(FactKind.Mark));
        Assert.Equal("Birthmark|Cheek|Right", fact.Understood);
        Assert.Contains($"/Pictures/{photo}", await client.GetStringAsync(At($"/People/{person}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Birthmark", "", "20", "没有框出位置")]
    [InlineData("Birthmark", "90", "20", "没有框出位置")]
    [InlineData("Text", "20", "20", "照片上能看到的字")]
    public async Task Mark_Unclear_IsAskedBackWithWhatWasTyped(string what, string left, string top, string sentence)
    {
        var (_, photo) = await PersonAsync();
        using var client = await web.SignedInAsync(Role.StationStaff);
        var html = await (await WebFixture.PostAsync(client, $"/Pictures/{photo}", Fields(what, left, top))).Content.ReadAsStringAsync();
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains("name=\"Mark.Top\" value=\"20\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capture_IsShownWhenAskedForToTheOwnStationAlone()
    {
        var (_, photo) = await PersonAsync();
        using var staff = await web.SignedInAsync(Role.StationStaff);
        Assert.DoesNotContain("22.54321", await staff.GetStringAsync(At($"/Pictures/{photo}")), StringComparison.Ordinal);
        Assert.Contains("22.54321", await staff.GetStringAsync(At($"/Pictures/{photo}?capture=true")), StringComparison.Ordinal);
        using var police = await web.SignedInAsync(Role.PoliceLiaison);
        var html = await police.GetStringAsync(At($"/Pictures/{photo}?capture=true"));
        Assert.DoesNotContain("22.54321", html, StringComparison.Ordinal);
        Assert.DoesNotContain("mark-form", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_AskedWithAReason_TakesThePhotoOffThePage()
    {
        var (person, photo) = await PersonAsync();
        using var staff = await web.SignedInAsync(Role.StationStaff);
        Assert.Contains($"/Pictures/{photo}/Delete", await staff.GetStringAsync(At($"/Pictures/{photo}")), StringComparison.Ordinal);
        using var police = await web.SignedInAsync(Role.PoliceLiaison);
        Assert.DoesNotContain("/Delete", await police.GetStringAsync(At($"/Pictures/{photo}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync(At($"/Pictures/{photo}/Delete"))).StatusCode);

        var asked = await (await WebFixture.PostAsync(staff, $"/Pictures/{photo}/Delete", new() { ["Reason"] = " ", ["record"] = "Stranded" })).Content.ReadAsStringAsync();
        Assert.Contains("请写明为什么删除", asked, StringComparison.Ordinal);
        var done = await WebFixture.PostAsync(staff, $"/Pictures/{photo}/Delete", new() { ["Reason"] = "拍的不是本人", ["record"] = "Stranded" });
        Assert.Equal($"/People/{person}", done.Headers.Location!.ToString());
        var page = await staff.GetStringAsync(At($"/People/{person}"));
        Assert.DoesNotContain($"{photo}", page, StringComparison.Ordinal);
        Assert.Contains("拍的不是本人", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(At($"/Pictures/{photo}"))).StatusCode);
    }

    [Fact]
    public async Task Photo_UsedForAPersonOfAnotherStation_SaysSoAndNotForWhom()
    {
        const long hash = 0x1234_5678_9ABC_DEF0;
        var (theirs, _) = await PersonAsync(web.OtherStation, hash);
        var (_, mine) = await PersonAsync(web.Station, hash ^ 0b11);
        using var client = await web.SignedInAsync(Role.StationStaff);
        var html = await client.GetStringAsync(At($"/Pictures/{mine}"));
        Assert.Contains("另外的记录", html, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.ToString(), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_ShowsBothPicturesAndTellsWhenTheyAreOne()
    {
        const long hash = 0x0F1E_2D3C_4B5A_6978;
        var (person, left) = await PersonAsync(web.Station, hash);
        var report = new MissingReport(WebFixture.NewId(), web.OtherStation.Id, web.OtherStation.District, TimeProvider.System.GetUtcNow());
        var right = Photo(hash);
        report.Attach(right);
        var match = new CandidateMatch(WebFixture.NewId(), person, report.Id, new MatchAssessment(2, -3, .8, "[]", "1", "f"), TimeProvider.System.GetUtcNow());
        await AddAsync(report, match);
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        var html = await client.GetStringAsync(At($"/Review/{match.Id}/Pictures"));
        Assert.Contains($"/files/{left}/large", html, StringComparison.Ordinal);
        Assert.Contains($"/files/{right.Id}/large", html, StringComparison.Ordinal);
        Assert.Contains("两边用的是同一张照片", html, StringComparison.Ordinal);
        Assert.Contains($"/Review/{match.Id}/Pictures", await client.GetStringAsync(At($"/Review/{match.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_OfSomeoneWhoMayBeAMinor_IsCoveredUntilOpened()
    {
        var (person, left) = await PersonAsync(age: "12..14");
        var report = new MissingReport(WebFixture.NewId(), web.Station.Id, web.Station.District, TimeProvider.System.GetUtcNow());
        var match = new CandidateMatch(WebFixture.NewId(), person, report.Id, new MatchAssessment(2, -3, .8, "[]", "1", "f"), TimeProvider.System.GetUtcNow());
        await AddAsync(report, match);
        using var client = await web.SignedInAsync(Role.PoliceLiaison);
        Assert.DoesNotContain($"/files/{left}", await client.GetStringAsync(At($"/Review/{match.Id}/Pictures")), StringComparison.Ordinal);
        Assert.Contains($"/files/{left}/large", await client.GetStringAsync(At($"/Review/{match.Id}/Pictures?opened=true")), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(string what, string left, string top) => new()
    {
        ["Mark.FactId"] = WebFixture.NewId().ToString(), ["Mark.What"] = what, ["Mark.Part"] = "Cheek", ["Mark.Side"] = "Left", ["Mark.Mirrored"] = "true", ["Mark.Left"] = left, ["Mark.Top"] = top, ["Mark.Width"] = "20", ["Mark.Height"] = "10",
    };

    private static Attachment Photo(long hash) => new(WebFixture.NewId(), AttachmentKind.Photo, new string('b', 64), "image/png", 4, "a.png", 400, 500, hash, null, null, TimeProvider.System.GetUtcNow())
    {
        CosineHash = hash == 0 ? 0 : 77, TakenAt = new DateTime(2026, 2, 1, 8, 30, 0), TakenLatitude = 22.54321, TakenLongitude = 114.12345,
    };

    private async Task<(Guid Person, Guid Photo)> PersonAsync(Organisation? keeper = null, long hash = 0, string? age = null)
    {
        var at = TimeProvider.System.GetUtcNow();
        var person = new StrandedPerson(WebFixture.NewId(), (keeper ?? web.Station).Id, (keeper ?? web.Station).District, at);
        if (age is not null) person.Add(new Fact(WebFixture.NewId(), FactKind.Age, age, age, FactSource.Observed, null, null, at));
        var photo = Photo(hash);
        person.Attach(photo);
        await AddAsync(person);
        return (person.Id, photo.Id);
    }

    private async Task AddAsync(params object[] rows)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static Uri At(string path) => new(path, UriKind.Relative);
}
