using CsCheck;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class PlaceRuleTests
{
    private const int Kept = 4;
    private static readonly PlaceRule Rule = new(new MatchOptions { KeptPerPerson = Kept, Floor = 0.1 });

    /// <summary>Of reports with a hidden rest that found no place: when the rule says that the changed ones are enough, taking the rest in changes nothing.</summary>
    [Fact]
    public void LetsIn_No_TheRestStaysOutside() => Gen.Select(Gen.Double[0.1, 1].Array[Kept, 12], Gen.Bool.Array[12], Gen.Double[0, 1].Array[12]).Sample((old, moves, fresh) =>
    {
        var all = old.OrderDescending().Select((p, i) => (Id: new Guid(i, 0, 0, new byte[8]), Old: p)).ToList();
        var held = all.Take(Kept).ToList();
        var now = all.Select((r, i) => (r.Id, Now: i < Kept && moves[i] ? fresh[i] : r.Old)).ToDictionary(r => r.Id, r => r.Now);
        HashSet<Guid> changed = [.. held.Where((_, i) => moves[i]).Select(r => r.Id)];

        if (Rule.LetsIn([.. held.Select(r => new HeldPair(r.Id, MatchState.Proposed, r.Old))], changed, id => now[id])) return;

        var best = now.Where(r => r.Value >= 0.1).OrderByDescending(r => r.Value).Take(Kept).Select(r => r.Value).ToList();
        var kept = held.Select(r => now[r.Id]).Where(p => p >= 0.1).OrderDescending().ToList();
        Assert.Equal(best, kept);
    });

    [Fact]
    public void LetsIn_ListNotFull_NobodyWaitsOutside() =>
        Assert.False(Rule.LetsIn([new HeldPair(new Guid(1, 0, 0, new byte[8]), MatchState.Proposed, 0.5)], [new Guid(1, 0, 0, new byte[8])], _ => null));
}
