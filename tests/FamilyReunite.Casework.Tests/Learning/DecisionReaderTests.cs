using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Tests.Learning;

public sealed class DecisionReaderTests
{
    [Fact]
    public async Task Read_Confirmed_IsTheSamePersonAsTheReviewersSawIt()
    {
        await using var house = await House.OpenAsync();
        var match = await Decided.AddAsync(house, MatchState.Confirmed, probability: 0.73);
        await Decided.ChangeAsync(house, match.Id, (_, m) => m.Assess(new MatchAssessment(9, -1, 0.999, "[]", "1.3", "later"), house.Clock.GetUtcNow()));

        var judged = Assert.Single((await house.Get<DecisionReader>().ReadAsync(default)).Pairs);

        Assert.Equal((true, match.PersonId, "1.2", 0.73), (judged.Pair.Same, judged.Pair.PersonId, judged.ModelVersion, judged.Probability));
        Assert.Equal([KeyValuePair.Create("name", "same")], judged.Pair.Steps);
    }

    [Theory]
    [InlineData(RejectionReason.DifferentPerson, true)]
    [InlineData(RejectionReason.FamilyDenies, true)]
    [InlineData(RejectionReason.DnaExcludes, true)]
    [InlineData(RejectionReason.ReportClosed, false)]
    [InlineData(RejectionReason.DuplicateReport, false)]
    [InlineData(RejectionReason.Other, false)]
    public async Task Read_Rejected_CountsOnlyWhenItIsSomebodyElse(RejectionReason reason, bool counts)
    {
        await using var house = await House.OpenAsync();
        await Decided.AddAsync(house, MatchState.Rejected, reason);

        var read = await house.Get<DecisionReader>().ReadAsync(default);

        Assert.Equal(counts ? [false] : [], read.Pairs.Select(p => p.Pair.Same));
        Assert.Equal(counts ? 0 : 1, read.Silent);
    }

    [Fact]
    public async Task Read_UndoneOrOpen_CountsForNothing()
    {
        await using var house = await House.OpenAsync();
        await Decided.AddAsync(house, MatchState.Proposed);
        var undone = await Decided.AddAsync(house, MatchState.Rejected, RejectionReason.DifferentPerson);
        await Decided.ChangeAsync(house, undone.Id, (_, m) => m.Decide(new Decision(house.NewId(), DecisionAction.Undo, house.NewId(), house.Station.Id, house.Clock.GetUtcNow(), "看错了人")));

        var read = await house.Get<DecisionReader>().ReadAsync(default);

        Assert.Empty(read.Pairs);
        Assert.Equal(0, read.Silent);
    }

    [Fact]
    public async Task Read_DecidedOnEvidenceWithoutSteps_IsCountedApart()
    {
        await using var house = await House.OpenAsync();
        await Decided.AddAsync(house, MatchState.Confirmed, seen: [new Evidence("name", AgreementLevel.Exact, 4, "姓名相同", "Same name")]);

        var read = await house.Get<DecisionReader>().ReadAsync(default);

        Assert.Equal((0, 1), (read.Pairs.Count, read.WithoutBasis));
    }
}
