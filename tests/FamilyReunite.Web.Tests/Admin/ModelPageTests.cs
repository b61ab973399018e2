using System.Net;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Domain.People;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Admin;

public sealed class ModelPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Promote_Proposal_TakesAReasonAndCanBeTakenBack()
    {
        var version = await ProposeAsync();
        using var admin = await web.SignedInAsync(Role.Administrator, "en");
        var page = await admin.GetStringAsync(new Uri("/Admin/Model", UriKind.Relative));
        Assert.Contains("waits for a decision", page, StringComparison.Ordinal);
        Assert.Contains("Saves +0.100 log loss a pair, 95 % range +0.050 to +0.200", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("A learnt model waits", await admin.GetStringAsync(new Uri("/Admin", UriKind.Relative)), StringComparison.Ordinal);

        var refused = await WebFixture.PostAsync(admin, "/Admin/Model", new() { ["version"] = version, ["Reason"] = " " }, "/Admin/Model?handler=Promote");
        Assert.Contains("Please write why", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var done = await WebFixture.PostAsync(admin, "/Admin/Model", new() { ["version"] = version, ["Reason"] = "Better on forty decisions" }, "/Admin/Model?handler=Promote");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains($"{version}, learnt from", await admin.GetStringAsync(new Uri("/Admin/Model", UriKind.Relative)), StringComparison.Ordinal);

        await WebFixture.PostAsync(admin, "/Admin/Model", new() { ["Reason"] = "Reviewers see wrong ones first" }, "/Admin/Model?handler=Back");
        Assert.Contains("as it came with the program", await admin.GetStringAsync(new Uri("/Admin/Model", UriKind.Relative)), StringComparison.Ordinal);
        await using var db = await web.Services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var acts = await db.AuditEntries.Where(a => a.SubjectKind == "model" && a.Actor != null).OrderBy(a => a.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["model.promoted", "model.retired"], acts.Select(a => a.Action));
        Assert.All(acts, a => Assert.Equal((web.Accounts[Role.Administrator], Role.Administrator), (a.Actor!.Value, a.ActorRole)));
    }

    [Theory]
    [InlineData("zh-CN", "还没有能对照的决定")]
    [InlineData("en", "There is no decision to hold it against yet")]
    public async Task Get_NothingDecided_SaysSo(string language, string said)
    {
        using var admin = await web.SignedInAsync(Role.Administrator, language);
        Assert.Contains(said, WebUtility.HtmlDecode(await admin.GetStringAsync(new Uri("/Admin/Model", UriKind.Relative))), StringComparison.Ordinal);
    }

    private async Task<string> ProposeAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var (book, shipped) = (scope.ServiceProvider.GetRequiredService<ModelBook>(), web.Services.GetRequiredService<LoadedPairModel>().Outcome.Value!);
        var version = await book.NextVersionAsync(shipped.Version, default);
        var folder = Path.Combine(MatchingRegistration.ShippedModels, shipped.Version);
        var card = (await File.ReadAllTextAsync(Path.Combine(folder, "card.json"))).Replace($"\"version\": \"{shipped.Version}\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);
        var (figures, invented) = (new DecisionFigures(0.2, 0.9, 0.5, 0.5), new InventedFigures(0.6, 0.7, 0.6, 0.001, 0.001));
        var trial = new TrialReport(shipped.Version, version, 40, 20, 20, 0, figures, figures, new Interval(0.1, 0.05, 0.2), invented, invented, null, TrialVerdict.Better);
        return await book.ProposeAsync(new LearntChallenger(new LearntModelFiles(card, await File.ReadAllTextAsync(Path.Combine(folder, "weights.json")), [1]), shipped with { Version = version }, trial), Actor.System("test"), default);
    }
}
