using System.Runtime.Intrinsics;

namespace FamilyReunite.Photos.Faces.Scan;

/// <summary>What one thread has found so far: the k best worst cases, which set the bar, and every row whose best case reached it.</summary>
/// <param name="allowed">Asked of a row that would count; null allows all.</param>
internal sealed unsafe class ScanPass(int k, Func<int, bool>? allowed)
{
    private readonly PriorityQueue<int, float> _worst = new(k + 1);

    /// <summary>Rows that may be among the nearest, with the best that their bytes allow.</summary>
    public List<(int Row, float Most)> Maybe { get; } = [];

    /// <summary>No row whose best case is lower can be among the nearest.</summary>
    public float Bar { get; set; } = float.NegativeInfinity;

    public IEnumerable<float> WorstCases => _worst.UnorderedItems.Select(w => w.Priority);

    /// <param name="firstRow">Number of the segment's first row among all.</param>
    public void Look(CodeSegment segment, int firstRow, int fromBlock, int toBlock, in ScanQuery query)
    {
        var sums = stackalloc int[BlockDot.Rows];
        fixed (sbyte* codes = query.Codes)
            for (var block = fromBlock; block < toBlock; block++)
            {
                BlockDot.Run(segment.Codes(block), codes, segment.Groups, sums);
                var scales = segment.Scales(block);
                var slack = segment.Slack(block, query);
                var bar = Vector256.Create(Bar - slack);
                for (var eight = 0; eight < BlockDot.Rows; eight += 8)
                {
                    var like = Vector256.ConvertToSingle(Vector256.Load(sums + eight) - Vector256.Create(query.Raised)) * (Vector256.Load(scales + eight) * query.Scale);
                    var reached = Vector256.GreaterThanOrEqual(like, bar).ExtractMostSignificantBits();
                    for (; reached != 0; reached &= reached - 1)
                    {
                        var lane = System.Numerics.BitOperations.TrailingZeroCount(reached);
                        Take(firstRow + block * BlockDot.Rows + eight + lane, like[lane], slack);
                    }
                }
            }
        GC.KeepAlive(segment);
    }

    private void Take(int row, float like, float slack)
    {
        // the bar may have risen within the block
        if (like + slack < Bar || allowed?.Invoke(row) == false) return;
        Maybe.Add((row, like + slack));
        if (like - slack <= Bar) return;
        if (_worst.Count < k) _worst.Enqueue(row, like - slack);
        else _worst.EnqueueDequeue(row, like - slack);
        if (_worst.Count == k && _worst.TryPeek(out _, out var kth)) Bar = MathF.Max(Bar, kth);
    }
}
