using System.Text.RegularExpressions;
using FamilyReunite.Data;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FamilyReunite.Web.Tests.Escort.EscortStage;

namespace FamilyReunite.Web.Tests.Escort;

public sealed partial class SheetTests(WebFixture web) : IClassFixture<WebFixture>
{
    /// <summary>The printed sheet, word for word. To take over a wanted change, copy the sheet out of the failure.</summary>
    [Theory]
    [InlineData("zh-CN", TripState.HandedOver, "sheet.signed.zh.html")]
    [InlineData("en", TripState.HandedOver, "sheet.signed.en.html")]
    [InlineData("zh-CN", TripState.Planned, "sheet.blank.zh.html")]
    public async Task Sheet_OfATrip_IsTheGoldenOne(string language, TripState state, string golden)
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("李阿明"), state);
        using var staff = await web.SignedInAsync(Role.StationStaff, language);
        var sheet = Lines(Article().Match(await staff.GetStringAsync(At($"/Escort/{trip}/Sheet"))).Value);
        Assert.Equal(Lines(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Escort", golden))), sheet);
    }

    [Fact]
    public async Task Sheet_Looked_StandsInTheAudit()
    {
        var trip = await web.TripAsync(await web.ConfirmedAsync("周某"), TripState.HandedOver);
        using var liaison = await web.SignedInAsync(Role.PoliceLiaison);
        foreach (var page in new[] { "", "/Sheet" }) await liaison.GetStringAsync(At($"/Escort/{trip}{page}"));
        await using var scope = web.Services.CreateAsyncScope();
        var looks = await scope.ServiceProvider.GetRequiredService<ReuniteDb>().AuditEntries.Where(a => a.SubjectId == trip && a.Actor == web.Accounts[Role.PoliceLiaison]).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync();
        Assert.Equal(["trip.viewed", "trip.printed"], looks);
    }

    /// <summary>Without indentation and empty lines, which mean nothing in HTML.</summary>
    private static string Lines(string html) => string.Join('\n', html.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    [GeneratedRegex("<article.*</article>", RegexOptions.Singleline)]
    private static partial Regex Article();
}
