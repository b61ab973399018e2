using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>How the belief in a place that was read goes to counties: borders were redrawn, people name the next town, and a journey begins at the nearest big station.</summary>
/// <param name="Here">Part that stays in the county or larger division that was read.</param>
/// <param name="Prefecture">Part that goes to the county's prefecture; the rest goes to counties near by.</param>
/// <param name="NearKm">Distance over which nearness falls.</param>
internal sealed record PlaceSpread(double Here, double Prefecture, double NearKm)
{
    /// <summary>Estimated.</summary>
    public static readonly PlaceSpread OfHome = new(0.82, 0.1, 50);

    /// <summary>Estimated: one traveller in three lives in the county of the station.</summary>
    public static readonly PlaceSpread OfJourney = new(0.35, 0.2, 80);

    /// <summary>Below this share a reading is spread over its division alone.</summary>
    private const double LeastTold = 0.02;

    public void Add(double[] belief, DivisionCode code, IReadOnlyList<int> inside, double share)
    {
        var near = 1 - Here - Prefecture;
        if (share < LeastTold) near = 0;
        var single = inside.Count == 1;
        Put(belief, inside, share * (1 - near - (single ? Prefecture : 0)));
        if (single) Put(belief, CountySet.Within(code.At(DivisionLevel.Prefecture)), share * Prefecture);
        if (near == 0) return;
        var around = Nearness.To(code.At(DivisionLevel.County), NearKm);
        var total = 0.0;
        for (var i = 0; i < around.Length; i++) total += around[i] * Belief.Shares[i];
        for (var i = 0; i < around.Length; i++) belief[i] += share * near * around[i] * Belief.Shares[i] / total;
    }

    private static void Put(double[] belief, IReadOnlyList<int> inside, double share)
    {
        var total = 0.0;
        foreach (var i in inside) total += Belief.Shares[i];
        foreach (var i in inside) belief[i] += share * Belief.Shares[i] / total;
    }
}
