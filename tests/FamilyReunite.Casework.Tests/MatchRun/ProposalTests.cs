using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class ProposalTests
{
    [Fact]
    public async Task Run_RejectedPair_StaysRejectedUntilANewFact()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = await PairAsync(house);
        await house.NightAsync("2026-11-24");
        await house.DecideAsync(person, report, DecisionAction.Reject, house.Station);
        house.Scorer.ModelVersion = "test-2";
        Assert.Equal(0, (await house.NightAsync("2026-11-25")).Summary.Tally.New);
        Assert.Equal(MatchState.Rejected, Assert.Single(await house.MatchesAsync()).State);

        await house.ChangeAsync<MissingReport>(report, r => r.Add(house.Fact(FactKind.Mark, "左眉痣", "Mole|Brow|Left")));
        Assert.Equal(1, (await house.NightAsync("2026-11-26")).Summary.Tally.New);
        Assert.Equal(MatchState.Proposed, Assert.Single(await house.MatchesAsync()).State);
    }

    [Fact]
    public async Task Run_NewEvidence_KeepsTheEarlierProbability()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = await PairAsync(house);
        await house.NightAsync("2026-11-24");
        var before = Assert.Single(await house.MatchesAsync());
        house.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var change in new Func<Task>[] { () => MarkAsync<StrandedPerson>(house, person), () => MarkAsync<MissingReport>(house, report) }) await change();
        Assert.Equal(1, (await house.NightAsync("2026-11-25")).Summary.Tally.Stronger);

        var after = Assert.Single(await house.MatchesAsync());
        Assert.True(after.Probability > before.Probability);
        Assert.Equal(before.Probability, after.EarlierProbability);
        Assert.True(after.EvidenceChangedAt > before.EvidenceChangedAt && after.FirstProposedAt == before.FirstProposedAt);
    }

    [Fact]
    public async Task Run_DoesNotWantToBeFound_WithdrawsAndProposesNothing()
    {
        await using var house = await House.OpenAsync();
        var (person, _) = await PairAsync(house);
        await house.NightAsync("2026-11-24");
        await house.ChangeAsync<StrandedPerson>(person, p => p.DoesNotWantToBeFound = true);
        Assert.Equal(1, (await house.NightAsync("2026-11-25")).Summary.Tally.Withdrawn);
        await house.ReportAsync("张秀英");
        await house.NightAsync("2026-11-26");
        Assert.Equal(MatchState.Withdrawn, Assert.Single(await house.MatchesAsync()).State);

        await house.ChangeAsync<StrandedPerson>(person, p => p.DoesNotWantToBeFound = false);
        await house.NightAsync("2026-11-27");
        Assert.Equal([MatchState.Proposed, MatchState.Proposed], (await house.MatchesAsync()).Select(m => m.State));
    }

    [Theory]
    [InlineData(RecordStatus.Draft)]
    [InlineData(RecordStatus.Matched)]
    [InlineData(RecordStatus.Home)]
    [InlineData(RecordStatus.Closed)]
    public async Task Run_PersonNotOpen_IsNotProposed(RecordStatus status)
    {
        await using var house = await House.OpenAsync();
        await house.PersonAsync("张秀英", p => p.Status = status);
        await house.ReportAsync("张秀英");
        await house.NightAsync("2026-11-24");
        Assert.Empty(await house.MatchesAsync());
    }

    [Fact]
    public async Task Run_ReportClosed_TakesItsProposalBack()
    {
        await using var house = await House.OpenAsync();
        var (_, report) = await PairAsync(house);
        await house.NightAsync("2026-11-24");
        await house.ChangeAsync<MissingReport>(report, r => r.Status = RecordStatus.Closed);
        await house.NightAsync("2026-11-25");
        Assert.Equal(MatchState.Withdrawn, Assert.Single(await house.MatchesAsync()).State);
    }

    [Fact]
    public async Task Run_ConfirmedPair_StandsAndEverythingElseOfBothIsTakenBack()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = await PairAsync(house);
        var (other, second) = await PairAsync(house);
        await house.NightAsync("2026-11-24");
        Assert.Equal(4, (await house.MatchesAsync()).Count);
        await house.DecideAsync(person, report, DecisionAction.Confirm, house.Station);
        await house.DecideAsync(person, report, DecisionAction.Confirm, house.OtherStation);
        await house.NightAsync("2026-11-25");

        var states = (await house.MatchesAsync()).ToDictionary(m => (m.PersonId, m.ReportId), m => m.State);
        Assert.Equal((MatchState.Confirmed, MatchState.Withdrawn), (states[(person, report)], states[(person, second)]));
        Assert.Equal((MatchState.Withdrawn, MatchState.Proposed), (states[(other, report)], states[(other, second)]));
    }

    [Fact]
    public async Task Run_MoreThanIsKept_KeepsTheBest()
    {
        await using var house = await House.OpenAsync(new MatchOptions { KeptPerPerson = 2 });
        await house.PersonAsync("张秀英");
        var same = await house.ReportAsync("张秀英");
        foreach (var name in new[] { "张秀梅", "张秀兰", "张秀云" }) await house.ReportAsync(name);
        await house.NightAsync("2026-11-24");
        var matches = await house.MatchesAsync();
        Assert.Equal(2, matches.Count);
        Assert.Equal(same, matches.MaxBy(m => m.Probability)!.ReportId);
    }

    [Fact]
    public async Task Match_ChangedReport_FindsThePersonItFits()
    {
        await using var house = await House.OpenAsync();
        await house.PersonAsync("张秀英");
        await house.PersonAsync("李建国");
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var report = await house.ReportAsync("李建国");
        var fed = await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var tally = await house.Get<ChangedMatcher>().MatchAsync(fed.Value!.Changed, default);

        Assert.Equal((1, 1), (tally.Value!.Persons, tally.Value.New));
        Assert.Equal(report, Assert.Single(await house.MatchesAsync()).ReportId);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Match_Draft_IsLeftOutUntilItIsFinished(bool personIsDraft, bool reportIsDraft)
    {
        await using var house = await House.OpenAsync();
        var person = await house.PersonAsync("李建国", p => p.Status = personIsDraft ? RecordStatus.Draft : RecordStatus.Open);
        var report = await house.ReportAsync("李建国", r => r.Status = reportIsDraft ? RecordStatus.Draft : RecordStatus.Open);
        await MatchChangedAsync(house);
        await house.NightAsync("2026-11-24");
        Assert.Empty(await house.MatchesAsync());

        await house.ChangeAsync<StrandedPerson>(person, p => p.Status = RecordStatus.Open);
        await house.ChangeAsync<MissingReport>(report, r => r.Status = RecordStatus.Open);
        await MatchChangedAsync(house);
        Assert.Equal((person, report), (await house.MatchesAsync()).Select(m => (m.PersonId, m.ReportId)).Single());
    }

    private static async Task MatchChangedAsync(House house)
    {
        var fed = await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        Assert.Empty((await house.Get<ChangedMatcher>().MatchAsync(fed.Value!.Changed, default)).Problems);
    }

    private static Task MarkAsync<T>(House house, Guid id) where T : CaseRecord => house.ChangeAsync<T>(id, r => r.Add(house.Fact(FactKind.Mark, "左眉痣", "Mole|Brow|Left")));

    private static async Task<(Guid Person, Guid Report)> PairAsync(House house)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await house.PersonAsync("张秀英"), await house.ReportAsync("张秀英"));
    }
}
