namespace FamilyReunite.Search.Elasticsearch;

/// <summary>A weight as a sum of powers of two, each a keyword of its own: a query then adds up weights without a script.
/// Sixteenths, which our documents use, are exact; any other weight is rounded up, so that what the engine adds up is never less than the true score.</summary>
internal static class WeightBits
{
    /// <summary>From 1/16 to 2^15.</summary>
    public const int Levels = 20;

    private const int Steps = 16;

    public static double Value(int level) => Math.ScaleB(1.0 / Steps, level);

    /// <summary>The keyword under which a token lies at one level.</summary>
    public static string Term(int level, string token) => (char)('a' + level) + token;

    /// <exception cref="ArgumentOutOfRangeException">A weight above 65,535.</exception>
    public static IEnumerable<int> Of(float weight)
    {
        var steps = Math.Ceiling((double)weight * Steps);
        if (!(steps < 1 << Levels)) throw new ArgumentOutOfRangeException(nameof(weight), weight, "A token weighs at most 65,535.");
        for (var (level, bits) = (0, (int)steps); bits != 0; level++, bits >>= 1)
            if ((bits & 1) != 0) yield return level;
    }
}
