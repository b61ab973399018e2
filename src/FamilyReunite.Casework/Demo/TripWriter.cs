using System.Globalization;
using FamilyReunite.Casework.Exchange;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Demo;

/// <summary>Takes a journey through the steps of the sample, moved by <paramref name="shift"/>.</summary>
/// <param name="by">Account that is written down as the reporter.</param>
internal sealed class TripWriter(EscortTrip trip, SampleTrip sample, TimeSpan shift, Guid by)
{
    private int _made;

    /// <returns>What the journey's own rules object to; null when everything was taken.</returns>
    public Problem? Write()
    {
        var legs = sample.Legs.Select(l => new TripLeg(NewId(), l.Order, l.From, l.To, l.Transport, l.Number, l.DepartsAt + shift, l.ArrivesAt + shift));
        var escorts = sample.Escorts.Select(e => new TripEscort(NewId(), e.Name, e.Duty, AccountId: null));
        var outcome = trip.Plan(legs, escorts, sample.CheckIns.Select(c => c.DueAt + shift), NewId);
        foreach (var e in sample.Events.OrderBy(e => e.At))
        {
            if (!outcome.Succeeded) break;
            outcome = Take(new TripEvent(NewId(), e.Kind, e.At + shift, by, Place: null, e.Text));
        }
        return outcome.Succeeded ? null : outcome.Problems[0];
    }

    private Outcome<Done> Take(TripEvent e) => e.Kind switch
    {
        TripEventKind.Departed => trip.Depart(e),
        TripEventKind.CheckedIn => trip.ReportSafe(e),
        TripEventKind.Incident => trip.ReportIncident(e),
        TripEventKind.HandedOver when sample.HandOver is { } h => trip.HandOverTo(new HandOver(h.Receiver, h.Relation, h.IdChecked, h.IdKind, h.IdLastFour, h.SignatureSvg, h.SignedFor, h.Witness, h.At + shift, h.Place), e),
        TripEventKind.Returned => trip.ReturnHome(e),
        TripEventKind.Cancelled => trip.Cancel(e),
        TripEventKind.WrongPerson => trip.WrongPerson(e),
        _ => new Problem("demo.samples-wrong", null, "trips.jsonl", 1),
    };

    private Guid NewId() => StableId.Of(sample.DepartsAt, string.Create(CultureInfo.InvariantCulture, $"part {sample.SourceId} {_made++}"));
}
