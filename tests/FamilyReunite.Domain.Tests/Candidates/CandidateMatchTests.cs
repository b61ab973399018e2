using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Domain.Tests.Candidates;

public sealed class CandidateMatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Station = Id(), Police = Id(), Wang = Id(), Li = Id(), Zhao = Id();
    private readonly CandidateMatch _match = new(Id(), Id(), Id(), Assessment("a"), Now);

    [Fact]
    public void Decide_ConfirmedByTwoOrganisations_IsConfirmed()
    {
        Assert.True(Confirm(Wang, Station).Succeeded);
        Assert.Equal(MatchState.AwaitingSecond, _match.State);
        Assert.True(Confirm(Li, Police).Succeeded);
        Assert.Equal(MatchState.Confirmed, _match.State);
    }

    [Fact]
    public void Decide_SamePersonTwice_StaysWaiting()
    {
        Confirm(Wang, Station);
        Assert.Equal("review.second-person-needed", Assert.Single(Confirm(Wang, Police).Problems).Code);
        Assert.Equal(MatchState.AwaitingSecond, _match.State);
    }

    [Fact]
    public void Decide_SecondPersonOfTheSameHouse_StaysWaiting()
    {
        Confirm(Wang, Station);
        Assert.Equal("review.other-organisation-needed", Assert.Single(Confirm(Zhao, Station).Problems).Code);
        Assert.Equal(MatchState.AwaitingSecond, _match.State);
    }

    [Theory]
    [InlineData(null, "review.text-needed")]
    [InlineData("  ", "review.text-needed")]
    [InlineData("像", "review.evidence-too-short")]
    public void Decide_ConfirmWithoutWrittenEvidence_IsRefused(string? text, string code) =>
        Assert.Equal(code, Assert.Single(_match.Decide(new Decision(Id(), DecisionAction.Confirm, Wang, Station, Now, text)).Problems).Code);

    [Fact]
    public void Decide_SameDecisionTwice_CountsOnce()
    {
        var d = new Decision(Id(), DecisionAction.Reject, Wang, Station, Now, "不是同一人", RejectionReason.DifferentPerson);
        Assert.True(_match.Decide(d).Succeeded && _match.Decide(d).Succeeded);
        Assert.Single(_match.Decisions);
    }

    [Fact]
    public void Assess_RejectedAndSameEvidence_StaysRejected()
    {
        Reject();
        Assert.False(_match.Assess(Assessment("a"), Now.AddDays(1)));
        Assert.True(_match.Assess(Assessment("a", "2"), Now.AddDays(2)));
        Assert.Equal(MatchState.Rejected, _match.State);
    }

    [Fact]
    public void Assess_RejectedAndNewEvidence_IsProposedAgain()
    {
        Reject();
        Assert.True(_match.Assess(Assessment("b"), Now.AddDays(1)));
        Assert.Equal(MatchState.Proposed, _match.State);
        Assert.Equal(.2, _match.EarlierProbability);
    }

    [Fact]
    public void Decide_UndoWithReason_LeavesTheTrace()
    {
        Confirm(Wang, Station);
        Confirm(Li, Police);
        Assert.True(_match.Decide(new Decision(Id(), DecisionAction.Undo, Li, Police, Now, "家属来电说不是")).Succeeded);
        Assert.Equal((MatchState.UnderReview, 3), (_match.State, _match.Decisions.Count));
    }

    [Fact]
    public void Withdraw_ConfirmedMatch_IsLeftAlone()
    {
        Confirm(Wang, Station);
        Assert.False(_match.Withdraw(Now));
        Assert.Equal(MatchState.AwaitingSecond, _match.State);
    }

    [Fact]
    public void Restore_SetAsideForAnotherPair_IsProposedAgainWithBothSteps()
    {
        Assert.True(_match.SetAside(Step(Now)));
        Assert.Equal(MatchState.Withdrawn, _match.State);
        Assert.True(_match.Restore(Step(Now.AddHours(1))));
        Assert.Equal(MatchState.Proposed, _match.State);
        Assert.Equal([DecisionAction.SetAside, DecisionAction.Restore], _match.Decisions.Select(d => d.Action));
    }

    [Fact]
    public void Restore_WithdrawnByARun_StaysWithdrawn()
    {
        _match.Withdraw(Now);
        Assert.False(_match.Restore(Step(Now)));
        Assert.Equal(MatchState.Withdrawn, _match.State);
    }

    [Fact]
    public void SetAside_OneConfirmationStands_IsLeftToPeople()
    {
        Confirm(Wang, Station);
        Assert.False(_match.SetAside(Step(Now)));
        Assert.Equal((MatchState.AwaitingSecond, 1), (_match.State, _match.Decisions.Count));
    }

    private static Decision Step(DateTimeOffset at) => new(Id(), DecisionAction.SetAside, Wang, Station, at, null);

    private static Guid Id() => Guid.CreateVersion7(Now);

    private static MatchAssessment Assessment(string fingerprint, string model = "1") => new(-1.4, -4, .2, "[]", model, fingerprint);

    private Outcome<Done> Confirm(Guid by, Guid organisation) => _match.Decide(new Decision(Id(), DecisionAction.Confirm, by, organisation, Now, "左眉尾黑痣与乳名都相符，电话核实过"));

    private void Reject() => _match.Decide(new Decision(Id(), DecisionAction.Reject, Wang, Station, Now, "年龄不符", RejectionReason.DifferentPerson));
}
