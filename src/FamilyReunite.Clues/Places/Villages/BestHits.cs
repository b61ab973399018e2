namespace FamilyReunite.Clues.Places.Villages;

/// <summary>The best hits so far, each with the reading that found it.</summary>
internal sealed class BestHits(int most) : IHits
{
    private readonly PriorityQueue<(Hit Hit, Reading Reading), double> _queue = new();

    public double Least => _queue.Count == most && _queue.TryPeek(out _, out var least) ? least : NameScorer.None;

    public void Offer(Hit hit, Reading reading)
    {
        if (_queue.Count < most) _queue.Enqueue((hit, reading), hit.Total);
        else if (hit.Total > Least) _queue.EnqueueDequeue((hit, reading), hit.Total);
    }

    /// <summary>One hit a place, the best of its readings.</summary>
    public IEnumerable<(Hit Hit, Reading Reading)> All =>
        _queue.UnorderedItems.Select(x => x.Element).GroupBy(x => (x.Hit.Town, x.Hit.Village)).Select(g => g.MaxBy(x => x.Hit.Total));
}
