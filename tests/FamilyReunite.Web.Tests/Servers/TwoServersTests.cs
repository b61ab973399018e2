using System.Net;
using System.Text.RegularExpressions;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Tests.Intake;
using FamilyReunite.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Servers;

[Trait("Needs", "PostgreSQL")]
public sealed partial class TwoServersTests(TwoServers servers) : IClassFixture<TwoServers>, IAsyncLifetime
{
    [Fact]
    public async Task Session_OfOneServer_IsGoodOnTheOther()
    {
        var (first, second) = await servers.SignedInAsync(Role.Auditor);
        var token = TokenField().Match(await first.GetStringAsync(Path("/Audit"))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("WriteId", WebFixture.NewId().ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostAsync(Path("/Audit?handler=Check"), form)).StatusCode);
        Assert.Contains("链完整，核对至第", await first.GetStringAsync(Path("/Audit")));
    }

    [Fact]
    public async Task Intake_AtOneServer_StandsAtTheOther()
    {
        var (first, second) = await servers.SignedInAsync(Role.StationStaff);
        var sheet = await FormSheet.OpenAsync(first);
        await sheet.SendAsync(sheet.Line(FactKind.Height, "1米63"), sheet.Line(FactKind.HomeHeard, "购葛村"));
        var there = await FormSheet.OpenAsync(second, $"/Intake/{sheet.RecordId}");
        Assert.Contains("value=\"1米63\"", there.Html);
        await there.SendAsync(there.Line(FactKind.Build, "偏瘦"));
        Assert.Contains("value=\"偏瘦\"", await first.GetStringAsync(Path($"/Intake/{sheet.RecordId}")));
    }

    [Fact]
    public async Task Confirm_ByTwoAtTwoServers_Holds()
    {
        var pair = await Pair.MakeAsync(servers.First);
        var (staff, _) = await servers.SignedInAsync(Role.StationStaff);
        Assert.Equal(HttpStatusCode.Redirect, (await pair.SendAsync(staff, "confirm", "左眉尾黑痣与乳名都相符，电话核实过")).StatusCode);
        var (_, liaison) = await servers.SignedInAsync("other:" + Role.PoliceLiaison);
        Assert.Equal(HttpStatusCode.Redirect, (await pair.SendAsync(liaison, "confirm", "口音与家乡都对得上，已与家属通话")).StatusCode);
        Assert.Equal(MatchState.Confirmed, (await pair.ReadAsync()).State);
    }

    [Fact]
    public async Task Decide_SamePageAtBothServers_OneIsFirstAndTheOtherIsTold()
    {
        var pair = await Pair.MakeAsync(servers.First);
        var version = (await pair.ReadAsync()).Version;
        var ((here, _), (_, there)) = (await servers.SignedInAsync(Role.StationStaff), await servers.SignedInAsync("other:" + Role.PoliceLiaison));
        var answers = await Task.WhenAll(
            pair.SendAsync(here, "confirm", "左眉尾黑痣与乳名都相符，电话核实过", version: version),
            pair.SendAsync(there, "confirm", "口音与家乡都对得上，已与家属通话", version: version));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single((await pair.ReadAsync()).Decisions);
    }

    [Fact]
    public async Task Match_RunAtOneServer_IsReviewedAtTheOther()
    {
        var person = await SaveAsync((id, s, at) => new StrandedPerson(id, s.Id, s.District, at), FactSource.SaidByPerson);
        var report = await SaveAsync((id, s, at) => new MissingReport(id, s.Id, s.District, at), FactSource.SaidByFamily);
        var run = await servers.First.Services.GetRequiredService<MatchRunner>().RunAsync(null, all: true, null, default, new MatchWait(TimeSpan.FromSeconds(30)));
        Assert.Empty(run.Problems);
        await using var scope = servers.Second.Services.CreateAsyncScope();
        var match = await scope.ServiceProvider.GetRequiredService<ReuniteDb>().CandidateMatches.AsNoTracking().SingleAsync(m => m.PersonId == person && m.ReportId == report);
        var (_, second) = await servers.SignedInAsync(Role.StationStaff);
        Assert.Contains("欧阳芙蓉", await second.GetStringAsync(Path($"/Review/{match.Id:D}")));
    }

    public async ValueTask InitializeAsync() => await servers.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Guid> SaveAsync(Func<Guid, Organisation, DateTimeOffset, CaseRecord> make, FactSource source)
    {
        await using var scope = servers.First.Services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<ReuniteDb>(), TimeProvider.System.GetUtcNow());
        var record = make(WebFixture.NewId(), servers.First.Station, now);
        foreach (var (kind, value) in new[] { (FactKind.Name, "欧阳芙蓉"), (FactKind.Sex, "女"), (FactKind.Height, "163"), (FactKind.HomeHeard, "贵州黎平") })
            record.Add(new Fact(WebFixture.NewId(), kind, value, null, source, null, null, now));
        db.Add(record);
        Assert.Equal(WriteResult.Saved, await scope.ServiceProvider.GetRequiredService<ChangeWriter>().SaveAsync(new ChangeNote(WebFixture.NewId(), Actor.System("test"), "record.created", "record", record.Id), default, record));
        return record.Id;
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
