namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>Keeps weights in the order that agreement has: where data say otherwise, both levels take the weight of the two together.</summary>
internal static class LevelOrder
{
    private const int Passes = 12;

    public static void Keep(double[] weights, double[] m, double[] u, IEnumerable<(int Better, int Worse, double Gap)> order)
    {
        var pairs = order.ToList();
        for (var pass = 0; pass < Passes; pass++)
        {
            var moved = false;
            foreach (var (better, worse, gap) in pairs)
            {
                if (weights[better] >= weights[worse] + gap - 1e-9) continue;
                var (heavy, light) = (m[better] + 0.02 * Math.Sqrt(u[better]), m[worse] + 0.02 * Math.Sqrt(u[worse]));
                var middle = (weights[better] * heavy + weights[worse] * light) / (heavy + light);
                (weights[better], weights[worse]) = (middle + gap * light / (heavy + light), middle - gap * heavy / (heavy + light));
                moved = true;
            }
            if (!moved) break;
        }
        // what is left after the last pass is settled downwards
        foreach (var (better, worse, gap) in pairs)
            if (weights[worse] > weights[better] - gap) weights[worse] = weights[better] - gap;
    }
}
