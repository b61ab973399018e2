namespace FamilyReunite.Clues.Places.Villages;

/// <summary>A town, or a village of it, that heard words may mean.</summary>
/// <param name="Village">Position of the village; -1 for the town itself.</param>
/// <param name="Total">Log-odds with everything counted.</param>
internal readonly record struct Hit(int Town, int Village, double Total);

/// <summary>The best hits so far, each with the reading that found it; what stays below <see cref="Least"/> need not be offered.</summary>
internal sealed class BestHits(int most)
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
