namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>Keeps weights in the order that agreement has: where data say otherwise, both levels take the weight of the two together.</summary>
internal static class LevelOrder
{
    private const int Passes = 12;

    public static void Keep(double[] weights, double[] m, double[] u, IEnumerable<(int Better, int Worse)> order)
    {
        var pairs = order.ToList();
        for (var pass = 0; pass < Passes; pass++)
        {
            var moved = false;
            foreach (var (better, worse) in pairs)
            {
                if (weights[better] >= weights[worse]) continue;
                var (heavy, light) = (m[better] + 0.02 * Math.Sqrt(u[better]), m[worse] + 0.02 * Math.Sqrt(u[worse]));
                weights[better] = weights[worse] = (weights[better] * heavy + weights[worse] * light) / (heavy + light);
                moved = true;
            }
            if (!moved) break;
        }
        // what is left after the last pass is settled downwards
        foreach (var (better, worse) in pairs)
            if (weights[worse] > weights[better]) weights[worse] = weights[better];
    }
}
