using System.Net;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Admin;

public sealed class SystemPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Get_Administrator_SeesIndexModelAndDatabase()
    {
        var page = await (await web.SignedInAsync(Role.Administrator)).GetStringAsync(new Uri("/Admin", UriKind.Relative));
        foreach (var said in new[] { "检索与数据库一致", "版本 ", "SQLite 3." }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("审计链完整", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_IndexComparedWithTheDatabase_SaysWhatWasPutRight()
    {
        var ledger = web.Services.GetRequiredService<JobLedger>();
        // the night that the server itself makes up must not end after this one
        for (var i = 0; i < 300 && await ledger.LastDoneAsync(["index-reconcile"], default) is null; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        var ticket = await ledger.BeginAsync("index-reconcile", "2999-01-01", default);
        await ledger.FinishAsync(ticket, new IndexReconciled(5, 1, 2, 3, false).ToJson(), default);
        var page = await (await web.SignedInAsync(Role.Administrator, "en")).GetStringAsync(new Uri("/Admin", UriKind.Relative));
        Assert.Contains("1 missing, 2 stale, 3 too many; put right one by one", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LookItOver_SaysOfEachThingWhetherItIsWell()
    {
        var answer = await WebFixture.PostAsync(await web.SignedInAsync(Role.Administrator, "en"), "/Admin", []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("audit chain", page, StringComparison.Ordinal);
        Assert.True(page.Split("chip ok").Length > 5);
    }

    [Fact]
    public async Task Get_SomebodyElse_FindsNoSuchPage() =>
        Assert.NotEqual(HttpStatusCode.OK, (await (await web.SignedInAsync(Role.StationStaff)).GetAsync(new Uri("/Admin", UriKind.Relative))).StatusCode);
}
