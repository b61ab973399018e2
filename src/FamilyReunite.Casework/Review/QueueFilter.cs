using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.Review;

public enum QueueOrder { Probability, Age }

/// <summary>Which open pairs a reviewer wants to see; nothing in it is personal, it may stand in an address.</summary>
/// <param name="State">Null for every open state.</param>
/// <param name="Band">Null for every word.</param>
/// <param name="MyTurn">Only those in which another organisation has confirmed and waits for this caller.</param>
/// <param name="OwnOnly">Only those of which the caller's own organisation keeps one record.</param>
/// <param name="Page">From 1.</param>
public sealed record QueueFilter(MatchState? State = null, ProbabilityBand? Band = null, bool MyTurn = false, bool OwnOnly = false, QueueOrder Order = QueueOrder.Probability, int Page = 1)
{
    public const int PageSize = 20;
}

/// <param name="Total">Pairs under the filter.</param>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + QueueFilter.PageSize - 1) / QueueFilter.PageSize);
}

/// <param name="MyTurn">Another organisation has confirmed and waits for this caller.</param>
/// <param name="ConfirmedElsewhere">One side is confirmed in another pair.</param>
public sealed record QueueRow(Guid Id, MatchState State, double Probability, RecordLine Person, RecordLine Report, bool MyTurn, bool ConfirmedElsewhere)
{
    public ProbabilityBand Band => ProbabilityBands.Of(Probability);
}
