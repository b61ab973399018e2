using System.Globalization;
using FamilyReunite.Casework.Review;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>A page that works along the queue: its filter travels in the address.</summary>
public abstract class ReviewPage : ReunitePage
{
    [BindProperty(SupportsGet = true, Name = "state")]
    public MatchState? QueueState { get; set; }

    [BindProperty(SupportsGet = true, Name = "band")]
    public ProbabilityBand? Band { get; set; }

    [BindProperty(SupportsGet = true, Name = "turn")]
    public bool MyTurn { get; set; }

    [BindProperty(SupportsGet = true, Name = "own")]
    public bool OwnOnly { get; set; }

    [BindProperty(SupportsGet = true, Name = "order")]
    public QueueOrder Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public QueueFilter Filter => new(QueueState, Band, MyTurn, OwnOnly, Order, Math.Max(1, PageNumber));

    public bool IsFiltered => QueueState is not null || Band is not null || MyTurn || OwnOnly;

    /// <summary>The filter as "?band=Likely&amp;p=2", empty when there is none.</summary>
    public string Query(int? page = null)
    {
        var query = new QueryBuilder();
        if (QueueState is { } state) query.Add("state", state.ToString());
        if (Band is { } band) query.Add("band", band.ToString());
        if (MyTurn) query.Add("turn", "true");
        if (OwnOnly) query.Add("own", "true");
        if (Order != QueueOrder.Probability) query.Add("order", Order.ToString());
        if ((page ?? PageNumber) > 1) query.Add("p", (page ?? PageNumber).ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    public string ToCase(Guid match) => $"/Review/{match:D}{Query()}";

    public string ToStep(Guid match, ReviewStep step) => $"/Review/{match:D}/{step.ToString().ToLowerInvariant()}{Query()}";

    public string ToQueue(int? page = null) => "/Review" + Query(page);
}

/// <summary>What a reviewer can do, as it stands in an address.</summary>
public enum ReviewStep { Open, More, Reject, Confirm, Undo }
