using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>What listeners from a region thought of a clip.</summary>
internal static class ListenerEvidence
{
    private const double Trust = 0.85;
    private const double OursKm = 45, NeighbourKm = 160;

    /// <summary>Null when the listener could not tell or lives nowhere we know.</summary>
    public static HomeClue? Read(ListenerOpinion opinion)
    {
        var inside = CountySet.Within(opinion.Home);
        if (inside.Count == 0 || opinion.Verdict == ListenerVerdict.CannotTell) return null;
        var (near, wide) = (Nearness.To(opinion.Home, OursKm), Nearness.To(opinion.Home, NeighbourKm));
        var likelihood = Belief.Empty();
        for (var i = 0; i < likelihood.Length; i++)
            likelihood[i] = opinion.Verdict switch
            {
                ListenerVerdict.Ours => near[i],
                ListenerVerdict.Neighbouring => near[i] > 0.999 ? 0.25 : wide[i],
                _ => 1 - 0.9 * near[i],
            };
        var name = CountySet.All[inside[0]] is var c && opinion.Home.Level == DivisionLevel.Province ? c.Province : opinion.Home.Level == DivisionLevel.Prefecture ? c.Prefecture : c.Name;
        var (zh, en) = opinion.Verdict switch
        {
            ListenerVerdict.Ours => ($"{name}的人听了说是本地话", $"A listener from {name} says: ours"),
            ListenerVerdict.Neighbouring => ($"{name}的人听了说像邻近地方的话", $"A listener from {name} says: from near by"),
            _ => ($"{name}的人听了说不是本地话", $"A listener from {name} says: not ours"),
        };
        return new HomeClue(HomeClueKind.Listener, name, new HomeReason(zh, en), Belief.FromLikelihood(likelihood, Trust));
    }
}
