using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Review.Why;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Tests.Review.Why;

public sealed class PairInquiryTests
{
    [Fact]
    public async Task Ask_ProposedPair_NamesItsPlace()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = (await house.PersonAsync("张三"), await house.ReportAsync("张三"));
        await house.ReportAsync("张四");
        await house.NightAsync("2026-11-24");
        var answer = await AskAsync(house, person, report);
        Assert.Equal((WhyVerdict.Listed, 1, 1), (answer.Verdict, answer.Place, answer.Rank));
        Assert.Contains("n", answer.Shared);
    }

    [Fact]
    public async Task Ask_BeforeTheNextRun_SaysThatItWillBeListed()
    {
        await using var house = await House.OpenAsync();
        await house.NightAsync("2026-11-24");
        var (person, report) = (await house.PersonAsync("张三"), await house.ReportAsync("张三"));
        await FeedAsync(house);
        var answer = await AskAsync(house, person, report);
        Assert.Equal((WhyVerdict.NotYetCompared, 1), (answer.Verdict, answer.Rank));
        Assert.Equal(answer.Evidence!.Score, answer.Evidence.Prior + answer.Evidence.Bars.Sum(b => b.Tenths));
    }

    [Fact]
    public async Task Ask_RejectedOrConfirmed_SaysWhatPeopleDecided()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = (await house.PersonAsync("张三"), await house.ReportAsync("张三"));
        await house.NightAsync("2026-11-24");
        await house.DecideAsync(person, report, DecisionAction.Reject, house.Station);
        var answer = await AskAsync(house, person, report);
        Assert.Equal(WhyVerdict.Rejected, answer.Verdict);
        Assert.Equal(House.Start, answer.DecidedAt);
    }

    [Fact]
    public async Task Ask_SharesTooFewClues_SaysHowFarBack()
    {
        await using var house = await House.OpenAsync(new MatchOptions { Retrieved = 1 });
        var (person, other) = (await house.PersonAsync("张三"), await house.ReportAsync("张四"));
        await house.ReportAsync("张三");
        await house.NightAsync("2026-11-24");
        var answer = await AskAsync(house, person, other);
        Assert.Equal((WhyVerdict.NotRetrieved, 2, 1), (answer.Verdict, answer.Rank, answer.Compared));
    }

    [Fact]
    public async Task Ask_BelowTheFloor_ShowsTheEvidence()
    {
        await using var house = await House.OpenAsync(new MatchOptions { Floor = 0.4 });
        var (person, report) = (await house.PersonAsync("张三"), await house.ReportAsync("张四"));
        await house.NightAsync("2026-11-24");
        var answer = await AskAsync(house, person, report);
        Assert.Equal(WhyVerdict.TooUnlikely, answer.Verdict);
        Assert.NotEmpty(answer.Evidence!.Bars);
    }

    [Fact]
    public async Task Ask_ListFullOfLikelierOnes_SaysSo()
    {
        await using var house = await House.OpenAsync(new MatchOptions { KeptPerPerson = 1 });
        var (person, other) = (await house.PersonAsync("张三"), await house.ReportAsync("张四"));
        await house.ReportAsync("张三");
        await house.NightAsync("2026-11-24");
        Assert.Equal(WhyVerdict.Crowded, (await AskAsync(house, person, other)).Verdict);
    }

    [Fact]
    public async Task Ask_OtherSex_SaysSoThoughTheNameIsTheSame()
    {
        await using var house = await House.OpenAsync();
        var person = await house.PersonAsync("张三", p => p.Add(house.Fact(FactKind.Sex, "男", "M")));
        var report = await house.ReportAsync("张三", r => r.Add(house.Fact(FactKind.Sex, "女", "F")));
        await house.NightAsync("2026-11-24");
        Assert.Equal(WhyVerdict.OtherSex, (await AskAsync(house, person, report)).Verdict);
    }

    [Fact]
    public async Task Ask_RecordThatIsNotSearchedFor_SaysWhich()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = (await house.PersonAsync("张三", p => p.DoesNotWantToBeFound = true), await house.ReportAsync("张三"));
        await house.NightAsync("2026-11-24");
        Assert.Equal(WhyVerdict.PersonNotOpen, (await AskAsync(house, person, report)).Verdict);
        await house.ChangeAsync<StrandedPerson>(person, p => p.DoesNotWantToBeFound = false);
        await house.ChangeAsync<MissingReport>(report, r => r.Status = RecordStatus.Closed);
        await FeedAsync(house);
        Assert.Equal(WhyVerdict.ReportNotOpen, (await AskAsync(house, person, report)).Verdict);
    }

    [Fact]
    public async Task Desk_ReportThatIsNotTheCallers_IsUnknown()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = (await house.PersonAsync("张三"), await house.ReportAsync("李四", r => r.SourceId = "M-7"));
        await using var scope = house.Get<IServiceScopeFactory>().CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<WhyDesk>();
        foreach (var words in new[] { "M-7", $"https://localhost/Reports/{report:D}", $" {report:D} " }) Assert.Equal(report, (await desk.FindReportAsync(house.Staff, words, default)).Value);
        foreach (var words in new[] { "", "M-8", new string('9', 400), Guid.Empty.ToString() }) Assert.Equal("review.report-unknown", Assert.Single((await desk.FindReportAsync(house.Staff, words, default)).Problems).Code);
        Assert.False((await desk.FindReportAsync(house.OtherStaff, "M-7", default)).Succeeded);
        Assert.Null(await desk.AskAsync(house.OtherStaff, person, report, default));
        Assert.Null(await desk.AskAsync(house.Staff with { Role = Role.Auditor }, person, report, default));
    }

    private static async Task<WhyAnswer> AskAsync(House house, Guid person, Guid report)
    {
        var asked = await house.Get<PairInquiry>().AskAsync(person, report, default);
        Assert.Empty(asked.Problems);
        return asked.Value!;
    }

    private static async Task FeedAsync(House house) => Assert.Empty((await house.Get<Casework.Indexing.IndexFeeder>().CatchUpAsync(null, default)).Problems);
}
