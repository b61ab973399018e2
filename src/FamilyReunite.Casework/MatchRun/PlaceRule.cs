using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.MatchRun;

/// <param name="Probability">As it was stored.</param>
internal readonly record struct HeldPair(Guid ReportId, MatchState State, double Probability);

/// <summary>Whether comparing the changed reports alone is enough, or a stored pair may have fallen behind one that had found no place.</summary>
internal sealed class PlaceRule(MatchOptions options)
{
    /// <param name="held">The person's stored pairs that are not withdrawn.</param>
    /// <param name="changed">Reports that changed.</param>
    /// <param name="now">What the pair with a changed report comes to; null when it is no longer open.</param>
    public bool LetsIn(IReadOnlyCollection<HeldPair> held, IReadOnlyCollection<Guid> changed, Func<Guid, double?> now)
    {
        var places = held.Where(TakesPlace).ToList();
        if (places.Count < options.KeptPerPerson) return false;
        var standing = places.Where(p => !changed.Contains(p.ReportId)).ToList();
        if (standing.Count >= options.KeptPerPerson) return false;
        var lost = held.Where(p => p.State != MatchState.Rejected && changed.Contains(p.ReportId)).ToList();
        if (lost.Count == 0) return false;
        if (standing.Count == 0) return true;
        var least = standing.Min(p => p.Probability);
        return lost.Exists(p => now(p.ReportId) is not { } probability || probability < least);
    }

    private bool TakesPlace(HeldPair pair) => pair.State != MatchState.Rejected && pair.Probability >= options.Floor;
}
