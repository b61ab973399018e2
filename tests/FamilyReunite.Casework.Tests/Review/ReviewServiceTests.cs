using FamilyReunite.Casework.Review;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Review;

public sealed class ReviewServiceTests : IAsyncLifetime
{
    private ReviewWorld _world = null!;
    private Guid _person, _report, _match;

    public async ValueTask InitializeAsync()
    {
        _world = await ReviewWorld.MakeAsync();
        (_person, _report) = (await _world.PersonAsync(), await _world.ReportAsync());
        _match = await _world.MatchAsync(_person, _report);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Decide_TwoOrganisationsConfirm_BothRecordsAreMatchedAndAudited()
    {
        await _world.ConfirmBothAsync(_match);
        Assert.Equal((MatchState.Confirmed, RecordStatus.Matched, RecordStatus.Matched), (await _world.StateAsync(_match), await _world.StatusAsync(_person), await _world.StatusAsync(_report)));
        await using var db = _world.Open();
        foreach (var (kind, id) in new[] { ("match", _match), ("person", _person), ("report", _report) })
            Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.SubjectKind == kind && a.SubjectId == id && a.Action == "review.confirm"));
        Assert.Equal(2, await db.Outbox.CountAsync());
        Assert.Equal(AuditFault.None, (await new AuditVerifier(db).VerifyAsync(default)).Fault);
    }

    [Fact]
    public async Task Decide_SamePersonOrSameHouseSeconds_StaysWaiting()
    {
        await _world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm);
        Assert.Equal("review.second-person-needed", await CodeAsync(_world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm)));
        Assert.Equal("review.other-organisation-needed", await CodeAsync(_world.DecideAsync(_world.Colleague, _match, DecisionAction.Confirm)));
        Assert.Equal((MatchState.AwaitingSecond, RecordStatus.Open), (await _world.StateAsync(_match), await _world.StatusAsync(_person)));
    }

    [Fact]
    public async Task Decide_FarLiaisonSeconds_Confirms()
    {
        await _world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm);
        Assert.Equal(MatchState.Confirmed, (await _world.DecideAsync(_world.FarLiaison, _match, DecisionAction.Confirm)).Value!.State);
    }

    [Fact]
    public async Task Decide_OtherDistrict_FindsNothing()
    {
        foreach (var caller in new[] { _world.Stranger, _world.StrangeLiaison, _world.Staff with { Role = Domain.People.Role.EscortTeam }, _world.Staff with { Role = Domain.People.Role.Administrator }, _world.Staff with { Role = Domain.People.Role.Auditor } })
            Assert.Equal("review.not-found", await CodeAsync(_world.DecideAsync(caller, _match, DecisionAction.Confirm)));
        Assert.Equal(MatchState.Proposed, await _world.StateAsync(_match));
    }

    [Fact]
    public async Task Decide_PersonDoesNotWantToBeFound_LooksLikeNothingEvenAtHome()
    {
        await _world.ChangeAsync(db => db.StrandedPersons.Single(p => p.Id == _person).DoesNotWantToBeFound = true);
        foreach (var caller in new[] { _world.Staff, _world.Liaison, _world.FarStaff, _world.FarLiaison })
        {
            Assert.Equal("review.not-found", await CodeAsync(_world.DecideAsync(caller, _match, DecisionAction.Confirm)));
            Assert.Empty((await _world.QueueAsync(caller)).Rows);
            Assert.Null(await _world.CaseAsync(caller, _match));
            Assert.True((await _world.MorningAsync(caller)).NothingNew);
        }
    }

    [Fact]
    public async Task Decide_StaleVersion_IsToldAndSavesNothing()
    {
        await _world.DecideAsync(_world.Staff, _match, DecisionAction.Open, text: null);
        Assert.Equal("review.conflict", await CodeAsync(_world.DecideAsync(_world.Liaison, _match, DecisionAction.Reject, "不是", RejectionReason.DifferentPerson, seen: 1)));
        Assert.Equal(MatchState.UnderReview, await _world.StateAsync(_match));
    }

    [Fact]
    public async Task Decide_SentTwice_DecidesOnce()
    {
        var write = _world.NewId();
        await _world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm, write: write, seen: 1);
        var again = await _world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm, write: write, seen: 1);
        Assert.True(again.Value!.Repeated);
        await using var db = _world.Open();
        Assert.Equal(1, await db.CandidateMatches.Where(m => m.Id == _match).SelectMany(m => m.Decisions).CountAsync());
        Assert.Equal(3, await db.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task Decide_RejectWithoutReasonOrText_IsRefusedByField()
    {
        Assert.Equal("reason", Assert.Single((await _world.DecideAsync(_world.Staff, _match, DecisionAction.Reject, "年龄差太多")).Problems).Field);
        Assert.Equal("text", Assert.Single((await _world.DecideAsync(_world.Staff, _match, DecisionAction.Reject, " \u0007", RejectionReason.Other)).Problems).Field);
        Assert.True((await _world.DecideAsync(_world.Staff, _match, DecisionAction.Reject, "年龄差太多", RejectionReason.DifferentPerson)).Succeeded);
    }

    [Fact]
    public async Task Decide_TextTooLong_IsRefused() =>
        Assert.Equal("review.text-too-long", await CodeAsync(_world.DecideAsync(_world.Staff, _match, DecisionAction.NeedMore, new string('证', DecisionRequest.MaxText + 1))));

    [Fact]
    public async Task Decide_Confirmed_OtherOpenPairsAreSetAsideAndUndoBringsThemBack()
    {
        var sibling = await _world.MatchAsync(_person, await _world.ReportAsync(), .2);
        var cousin = await _world.MatchAsync(await _world.PersonAsync(), _report, .2);
        var gone = await _world.MatchAsync(_person, await _world.ReportAsync(), .1);
        await _world.ChangeAsync(db => db.CandidateMatches.Single(m => m.Id == gone).Withdraw(_world.Clock.GetUtcNow()));
        await _world.ConfirmBothAsync(_match);
        Assert.Equal((MatchState.Withdrawn, MatchState.Withdrawn), (await _world.StateAsync(sibling), await _world.StateAsync(cousin)));

        var undone = await _world.DecideAsync(_world.FarStaff, _match, DecisionAction.Undo, "家属来电说不是");
        Assert.Equal((MatchState.UnderReview, 2), (undone.Value!.State, undone.Value.SetAside));
        Assert.Equal((MatchState.Proposed, MatchState.Proposed, MatchState.Withdrawn), (await _world.StateAsync(sibling), await _world.StateAsync(cousin), await _world.StateAsync(gone)));
        Assert.Equal((RecordStatus.Open, RecordStatus.Open), (await _world.StatusAsync(_person), await _world.StatusAsync(_report)));
    }

    [Fact]
    public async Task Decide_SiblingHalfConfirmed_IsLeftToPeopleButCannotBeConfirmed()
    {
        var sibling = await _world.MatchAsync(_person, await _world.ReportAsync(), .2);
        await _world.DecideAsync(_world.Staff, sibling, DecisionAction.Confirm);
        await _world.ConfirmBothAsync(_match);
        Assert.Equal(MatchState.AwaitingSecond, await _world.StateAsync(sibling));
        Assert.True((await _world.CaseAsync(_world.Liaison, sibling))!.ConfirmedElsewhere);
        Assert.True(Assert.Single((await _world.QueueAsync(_world.Liaison)).Rows).ConfirmedElsewhere);
        Assert.Equal("review.confirmed-elsewhere", await CodeAsync(_world.DecideAsync(_world.Liaison, sibling, DecisionAction.Confirm)));
    }

    [Fact]
    public async Task Decide_WithdrawnPair_IsRefused()
    {
        await _world.ChangeAsync(db => db.CandidateMatches.Single(m => m.Id == _match).Withdraw(_world.Clock.GetUtcNow()));
        Assert.Equal("review.withdrawn", await CodeAsync(_world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm)));
    }

    [Fact]
    public async Task Decide_RecordOnItsWayHome_CannotBeConfirmed()
    {
        await _world.ChangeAsync(db => db.MissingReports.Single(r => r.Id == _report).Status = RecordStatus.Closed);
        Assert.Equal("review.record-closed", await CodeAsync(_world.DecideAsync(_world.Staff, _match, DecisionAction.Confirm)));
        Assert.True((await _world.DecideAsync(_world.Staff, _match, DecisionAction.Reject, "已找到", RejectionReason.ReportClosed)).Succeeded);
    }

    private static async Task<string> CodeAsync(Task<Outcome<Decided>> outcome) => Assert.Single((await outcome).Problems).Code;
}
