namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>Turns the similarities of one kind of photos into bars of log-odds: never negative, rising with the similarity (neighbours that do not rise are pooled), and held back where few pairs speak.</summary>
internal static class BarFit
{
    /// <summary>Pairs of one person that a bar needs.</summary>
    public const int LeastPairs = 10;

    private const int MostBars = 12;

    /// <summary>A bar that says less says nothing.</summary>
    private const double LeastWeight = 0.1;

    public static IReadOnlyList<FaceBar> Fit(IEnumerable<float> same, IReadOnlyCollection<MeasuredPair> strangers)
    {
        var rising = same.Order().ToArray();
        var froms = Froms(rising);
        var count = new StrangerCount(strangers, froms[0]);
        var pooled = new Stack<Bin>();
        for (var i = 0; i < froms.Count; i++)
        {
            var above = i + 1 < froms.Count ? froms[i + 1] : float.PositiveInfinity;
            var bin = new Bin(froms[i], rising.Count(s => s >= froms[i] && s < above), count.AtLeast(froms[i]) - count.AtLeast(above));
            while (pooled.TryPeek(out var below) && Weight(below) >= Weight(bin))
            {
                pooled.Pop();
                bin = new Bin(below.From, below.Same + bin.Same, below.Strangers + bin.Strangers);
            }
            pooled.Push(bin);
        }
        return [.. pooled.Reverse().Where(b => Weight(b) >= LeastWeight).Select(b => new FaceBar(b.From, Weight(b), count.MostPerMillion(b.From)))];

        double Weight(Bin bin) => Math.Log((bin.Same + 0.5) / (rising.Length + 1) / count.Share(bin.Strangers));
    }

    /// <summary>Where bars begin, rising: about as many pairs of one person in each.</summary>
    private static List<float> Froms(float[] rising)
    {
        var each = Math.Max(LeastPairs, (rising.Length + MostBars - 1) / MostBars);
        var froms = new List<float>();
        for (var end = rising.Length; end >= LeastPairs;)
        {
            var first = end - each < LeastPairs ? 0 : end - each;
            while (first > 0 && rising[first - 1] == rising[first]) first--;
            froms.Add(rising[first]);
            end = first;
        }
        froms.Reverse();
        return froms;
    }

    private readonly record struct Bin(float From, int Same, int Strangers);
}
