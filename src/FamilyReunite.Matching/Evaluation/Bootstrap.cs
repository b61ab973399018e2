namespace FamilyReunite.Matching.Evaluation;

/// <summary>A figure with the range in which it falls for 95 of 100 draws of as many persons.</summary>
public sealed record Interval(double Value, double Low, double High);

/// <summary>Draws persons with replacement, seeded: the same results always give the same ranges.</summary>
internal sealed class Bootstrap
{
    public const int Rounds = 400;
    private const double Tail = 0.025;
    private readonly int[][] _draws;

    public Bootstrap(int persons, int seed)
    {
        var random = new Random(seed);
        _draws = new int[persons == 0 ? 0 : Rounds][];
        for (var r = 0; r < _draws.Length; r++)
        {
            _draws[r] = new int[persons];
            for (var i = 0; i < persons; i++) _draws[r][random.Next(persons)]++;
        }
    }

    /// <param name="figure">Gets how often each person was drawn; not a number when the draw holds nothing to measure.</param>
    /// <returns>Null when there is nothing to measure at all.</returns>
    public Interval? Of(Func<int[], double> figure)
    {
        if (_draws.Length == 0) return null;
        var value = figure(Enumerable.Repeat(1, _draws[0].Length).ToArray());
        if (!double.IsFinite(value)) return null;
        var drawn = _draws.Select(figure).Where(double.IsFinite).Order().ToArray();
        return drawn.Length == 0 ? new Interval(value, value, value) : new Interval(value, drawn[(int)(Tail * (drawn.Length - 1))], drawn[(int)Math.Ceiling((1 - Tail) * (drawn.Length - 1))]);
    }

    /// <summary>A ratio of two sums over persons.</summary>
    public Interval? Ratio(IReadOnlyList<double> above, IReadOnlyList<double> below) => Of(drawn =>
    {
        var (a, b) = (0.0, 0.0);
        for (var i = 0; i < drawn.Length; i++) (a, b) = (a + drawn[i] * above[i], b + drawn[i] * below[i]);
        return a / b;
    });
}
