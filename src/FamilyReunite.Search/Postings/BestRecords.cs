namespace FamilyReunite.Search.Postings;

/// <summary>The best records by number: higher score first, then the smaller record id, as <see cref="Scoring.BestHits"/> orders them. A heap with the worst on top; reused from query to query.</summary>
public sealed class BestRecords(IReadOnlyList<Guid> ids)
{
    private double[] _scores = [];
    private int[] _records = [];
    private int _limit;

    public int Count { get; private set; }

    /// <summary>A score below this cannot enter any more.</summary>
    public double Least { get; private set; }

    /// <param name="least">A score below this is never kept.</param>
    public void Begin(int limit, double least = double.NegativeInfinity)
    {
        if (_scores.Length < limit) (_scores, _records) = (new double[limit], new int[limit]);
        (_limit, Count, Least) = (limit, 0, least);
    }

    public void Offer(int record, double score)
    {
        if (score < Least) return;
        if (Count < _limit) Rise(Count++, record, score);
        else if (Count > 0 && Worse(_scores[0], _records[0], score, record)) Sink(0, record, score);
        if (Count == _limit && Count > 0) Least = _scores[0];
    }

    /// <summary>Record numbers, best first.</summary>
    public int[] InOrder()
    {
        var order = new int[Count];
        while (Count > 0)
        {
            order[--Count] = _records[0];
            Sink(0, _records[Count], _scores[Count]);
        }
        return order;
    }

    private bool Worse(double score, int record, double than, int other) => score < than || (score == than && ids[record].CompareTo(ids[other]) > 0);

    private void Rise(int at, int record, double score)
    {
        for (int up; at > 0 && Worse(score, record, _scores[up = (at - 1) / 2], _records[up]); at = up) (_scores[at], _records[at]) = (_scores[up], _records[up]);
        (_scores[at], _records[at]) = (score, record);
    }

    private void Sink(int at, int record, double score)
    {
        for (int down; (down = 2 * at + 1) < Count; at = down)
        {
            if (down + 1 < Count && Worse(_scores[down + 1], _records[down + 1], _scores[down], _records[down])) down++;
            if (!Worse(_scores[down], _records[down], score, record)) break;
            (_scores[at], _records[at]) = (_scores[down], _records[down]);
        }
        (_scores[at], _records[at]) = (score, record);
    }
}
