using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Tests.Learning;

/// <summary>Puts decided pairs into an installation.</summary>
internal static class Decided
{
    public static readonly Evidence[] Seen = [new("name", AgreementLevel.Exact, 4, "姓名相同", "Same name", "same"), new("sex", AgreementLevel.NothingToCompare, 0, "性别没有可比的", "Nothing to compare")];

    public static async Task<CandidateMatch> AddAsync(House house, MatchState state, RejectionReason? reason = null, double probability = 0.8, Evidence[]? seen = null, DateTimeOffset? at = null, string name = "周小满")
    {
        var (person, report) = (await house.PersonAsync(name), await house.ReportAsync(name));
        var when = at ?? house.Clock.GetUtcNow();
        var match = new CandidateMatch(house.NewId(), person, report, new MatchAssessment(2, -1, probability, EvidenceJson.Write(seen ?? Seen), "1.2", "f"), when);
        if (state == MatchState.Rejected) Do(DecisionAction.Reject, house.Station.Id, reason);
        if (state == MatchState.Confirmed)
        {
            Do(DecisionAction.Confirm, house.Station.Id);
            Do(DecisionAction.Confirm, house.OtherStation.Id);
        }
        await using var db = house.Db();
        db.Add(match);
        await db.SaveChangesAsync();
        return match;

        void Do(DecisionAction action, Guid organisation, RejectionReason? why = null) =>
            Assert.True(match.Decide(new Decision(house.NewId(), action, house.NewId(), organisation, when, "看过照片与家属核对过的理由", why)).Succeeded);
    }

    public static async Task ChangeAsync(House house, Guid match, Action<ReuniteDb, CandidateMatch> change)
    {
        await using var db = house.Db();
        var held = db.CandidateMatches.Single(m => m.Id == match);
        await db.Entry(held).Collection(m => m.Decisions).LoadAsync();
        change(db, held);
        await db.SaveChangesAsync();
    }
}
