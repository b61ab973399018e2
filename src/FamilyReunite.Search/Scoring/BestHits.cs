namespace FamilyReunite.Search.Scoring;

/// <summary>Keeps the best hits: higher score first, then the smaller record id.</summary>
public sealed class BestHits(int limit)
{
    private static readonly Comparer<IndexHit> WorstFirst = Comparer<IndexHit>.Create((a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.RecordId.CompareTo(a.RecordId));

    private readonly PriorityQueue<IndexHit, IndexHit> _kept = new(WorstFirst);

    /// <summary>A score below this cannot enter any more.</summary>
    public double Least { get; private set; } = double.NegativeInfinity;

    public void Offer(IndexHit hit)
    {
        if (_kept.Count < limit) _kept.Enqueue(hit, hit);
        else _kept.EnqueueDequeue(hit, hit);
        if (_kept.Count == limit) Least = _kept.Peek().Score;
    }

    public IReadOnlyList<IndexHit> InOrder() => [.. _kept.UnorderedItems.Select(x => x.Element).OrderByDescending(h => h, WorstFirst)];
}
