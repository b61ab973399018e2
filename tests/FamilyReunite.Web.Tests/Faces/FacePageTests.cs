using System.Net;
using FamilyReunite.Data;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Faces;

public sealed class FacePageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task TurnOnAndOff_WithGrounds_IsShownAndAudited()
    {
        using var admin = await web.SignedInAsync(Role.Administrator, "en");
        Assert.Contains("No face model is installed here", await TextAsync(admin), StringComparison.Ordinal);
        var refused = await WebFixture.PostAsync(admin, "/Admin/Faces", new() { ["LegalBasis"] = "Relief regulation", ["Assessment"] = "" }, "/Admin/Faces?handler=On");
        var asked = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("State what the impact assessment came to", asked, StringComparison.Ordinal);
        Assert.Contains("Relief regulation", asked, StringComparison.Ordinal);

        var done = await WebFixture.PostAsync(admin, "/Admin/Faces", new() { ["LegalBasis"] = "Relief regulation", ["Assessment"] = "Bearable with safeguards", ["AssessmentReference"] = "IA-7", ["AssessedOn"] = "2026-01-05" }, "/Admin/Faces?handler=On");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Bearable with safeguards", await TextAsync(admin), StringComparison.Ordinal);

        var off = await WebFixture.PostAsync(admin, "/Admin/Faces", new() { ["Reason"] = "The basis has gone" }, "/Admin/Faces?handler=Off");
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Contains("The basis has gone", await TextAsync(admin), StringComparison.Ordinal);
        await using var db = await web.Services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var acts = await db.AuditEntries.Where(a => a.SubjectKind == "face").OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["face.turned-on", "face.turned-off"], acts);
    }

    private static async Task<string> TextAsync(HttpClient admin) => WebUtility.HtmlDecode(await admin.GetStringAsync(new Uri("/Admin/Faces", UriKind.Relative)));
}
