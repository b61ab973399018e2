namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>The levels of fields made of words: how much information is shared (bits, nine steps) times what is left over on both sides (five kinds).</summary>
internal static class BagLevels
{
    private static readonly double[] Steps = [0.5, 2, 4, 6, 8, 10.5, 13, 16];
    private static readonly string[] Rest = ["all", "nearly-all", "part", "some-against", "much-against"];

    /// <summary>Shares of true pairs by what is left over, before anything is learnt.</summary>
    private static readonly double[] Shares = [.66, .14, .1, .04, .06];

    /// <summary>By how much a level must weigh more than the one with more left over: where a file has little else than names, counting alone would let a conflict pass for agreement.</summary>
    private static readonly double[] Gaps = [.2, .3, .8, .8];

    public static int Sharing => Steps.Length + 1;

    public static int Leftovers => Rest.Length;

    public static int Of(double shared, double fewer, double more)
    {
        var step = 0;
        while (step < Steps.Length && shared >= Steps[step]) step++;
        var rest = more < 0.05 ? 0 : more <= 2 ? 1 : fewer <= 2 ? 2 : fewer <= 6 ? 3 : 4;
        return 1 + step * Rest.Length + rest;
    }

    /// <summary>What a pair's own figures add to the weight of its level, so that pairs of one level do not tie; half of what the bits themselves would say.</summary>
    public static double Within(int level, double shared, double fewer, double more)
    {
        const double Half = 0.35;
        var (step, left) = Parts(level);
        var from = step == 0 ? 0 : Steps[step - 1];
        var middle = step == 0 ? from : step < Steps.Length ? (from + Steps[step]) / 2 : from + 2;
        var against = left switch { 0 => 0, 1 => more - 1, 2 => 0.3 * (Math.Min(more, 20) - 6), 3 => fewer - 4, _ => 0.5 * (Math.Min(fewer, 18) - 10) };
        return Half * (Math.Clamp(shared - middle, -3, 8) - against);
    }

    public static (int Step, int Left) Parts(int level) => ((level - 1) / Rest.Length, (level - 1) % Rest.Length);

    /// <param name="own">Share of rows by the step they reach with themselves.</param>
    public static IReadOnlyList<Level> Make(double[] own)
    {
        var levels = new List<Level> { new("missing", 0) };
        for (var step = 0; step < Sharing; step++)
            for (var rest = 0; rest < Rest.Length; rest++)
            {
                var bits = step == 0 ? 0 : Steps[step - 1] + 2.5;
                levels.Add(new Level($"shared-{step}-{Rest[rest]}", Shares[rest] * (0.8 * Shifted(own, step, rest) + 0.2 / Sharing), 0.1 * Math.Pow(2, -bits) / (rest < 3 ? 8 : 1)));
            }
        return levels;
    }

    public static IEnumerable<(int Better, int Worse, double Gap)> Order()
    {
        for (var step = 0; step < Sharing; step++)
            for (var rest = 0; rest < Rest.Length; rest++)
            {
                var level = 1 + step * Rest.Length + rest;
                if (rest + 1 < Rest.Length) yield return (level, level + 1, Gaps[rest]);
                if (step + 1 < Sharing) yield return (level + Rest.Length, level, 0);
            }
    }

    /// <summary>The more is left over, the less was shared.</summary>
    private static double Shifted(double[] own, int step, int rest) => rest switch
    {
        0 => own[step],
        4 => step == 0 ? .5 : own[Math.Min(step + 2, own.Length - 1)] * .5,
        _ => 0.5 * own[Math.Min(step + 1, own.Length - 1)] + 0.5 * own[step],
    };
}
