using CsCheck;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class PersonProposalsTests
{
    private static readonly DateTimeOffset Now = House.Start;
    private static readonly MatchOptions Options = new() { KeptPerPerson = 3, Floor = 0.1 };
    private static readonly Guid[] Reports = [.. Enumerable.Range(0, 8).Select(i => Guid.CreateVersion7(Now.AddSeconds(i)))];
    private static readonly Gen<(int Report, double Probability, int Fingerprint)[]> Run = Gen.Select(Gen.Int[0, 7], Gen.Double[0, 1], Gen.Int[0, 1]).Array[0, 8].Select(a => a.DistinctBy(x => x.Item1).ToArray());

    [Fact]
    public void Take_AnyRuns_KeepsTheRulesOfProposing() =>
        Gen.Select(Run.Array[1, 6], Gen.Int[0, 7].Array[0, 3], Gen.Int[0, 7].Array[0, 3]).Sample((runs, rejected, opened) =>
        {
            var stored = new List<CandidateMatch>();
            foreach (var run in runs)
            {
                var fixedBefore = stored.Where(m => m.State == MatchState.Rejected).ToDictionary(m => m, m => m.RejectedFingerprint);
                var proposals = new PersonProposals(Guid.Empty, [.. stored], "1", Options, Now);
                proposals.Take([.. run.Select(Pair)]);
                stored.AddRange(proposals.Added);
                Assert.Equal(stored.Count, stored.DistinctBy(m => m.ReportId).Count());
                Assert.True(stored.Count(m => m.State == MatchState.Proposed) <= Options.KeptPerPerson);
                Assert.All(stored.Where(m => m.State == MatchState.Proposed), m => Assert.True(m.Probability >= Options.Floor));
                Assert.All(fixedBefore, x => Assert.True(x.Key.State == MatchState.Rejected || x.Key.Fingerprint != x.Value));
                foreach (var i in rejected) Decide(stored.Find(m => m.ReportId == Reports[i]), DecisionAction.Reject);
                foreach (var i in opened) Decide(stored.Find(m => m.ReportId == Reports[i]), DecisionAction.Open);
            }
        });

    [Fact]
    public void Take_SameRunTwice_ChangesNothing() =>
        Run.Sample(run =>
        {
            var first = new PersonProposals(Guid.Empty, [], "1", Options, Now);
            first.Take([.. run.Select(Pair)]);
            var again = new PersonProposals(Guid.Empty, first.Added, "1", Options, Now.AddDays(1));
            again.Take([.. run.Select(Pair)]);
            Assert.Equal(new MatchTally(1, run.Length), again.Tally);
            Assert.Empty(again.Added);
        });

    [Fact]
    public void Take_OpenedPairBelowTheFloor_StaysWithItsNewFigures()
    {
        var match = Opened(0.8);
        new PersonProposals(Guid.Empty, [match], "1", Options, Now).Take([Pair((0, 0.01, 1))]);
        Assert.Equal((MatchState.UnderReview, 0.01), (match.State, match.Probability));
    }

    [Fact]
    public void Take_OpenedPairWhoseReportIsSettled_IsTakenBack()
    {
        var match = Opened(0.8);
        new PersonProposals(Guid.Empty, [match], "1", Options, Now).Take([]);
        Assert.Equal(MatchState.Withdrawn, match.State);
    }

    private static CandidateMatch Opened(double probability)
    {
        var first = new PersonProposals(Guid.Empty, [], "1", Options, Now);
        first.Take([Pair((0, probability, 0))]);
        Decide(first.Added[0], DecisionAction.Open);
        return first.Added[0];
    }

    private static void Decide(CandidateMatch? match, DecisionAction action) =>
        match?.Decide(new Decision(Guid.CreateVersion7(Now), action, Guid.Empty, Guid.Empty, Now, "理由", RejectionReason.DifferentPerson));

    private static ScoredPair Pair((int Report, double Probability, int Fingerprint) p) =>
        new(Reports[p.Report], new MatchScore(p.Probability, 0, p.Probability, []), $"{p.Report}-{p.Fingerprint}-{p.Probability:R}");
}
