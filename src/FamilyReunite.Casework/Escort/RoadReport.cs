using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Escort;

/// <summary>Something that happened on the way, as the phone sends it, at once or hours later.</summary>
/// <param name="Id">UUIDv7 made on the phone; the same one sent again changes nothing.</param>
/// <param name="Kind">Departed, CheckedIn, Incident, HandedOver, Returned or WrongPerson.</param>
/// <param name="At">By the phone's clock. A clock that is ahead is taken as now, one from before the plan as the time of planning.</param>
/// <param name="HandOver">Only for <see cref="TripEventKind.HandedOver"/>.</param>
public sealed record RoadReport(Guid Id, TripEventKind Kind, DateTimeOffset At, string? Place = null, string? Text = null, HandOverDraft? HandOver = null);

/// <summary>A hand-over as it was filled in at the door.</summary>
/// <param name="IdLastFour">The last four characters of the paper's number; never more.</param>
/// <param name="Signature">Path data, see <see cref="SignaturePath"/>.</param>
/// <param name="SignedFor">The receiver cannot write: somebody signs for them before a witness.</param>
public sealed record HandOverDraft(string? Receiver, string? Relation, bool IdChecked, string? IdKind, string? IdLastFour, string? Signature, bool SignedFor, string? Witness);
