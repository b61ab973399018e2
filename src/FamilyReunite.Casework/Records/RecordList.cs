using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>Under 18, 18 to 59, 60 and over; a person whose statements allow several is in each.</summary>
public enum AgeBand { Child, Adult, Old }

/// <summary>The two limits of the station's clocks: 10 days, 3 months.</summary>
public enum StayBand { TenDays, ThreeMonths, Longer }

/// <param name="Status">Null: everybody who has not gone home and whose record is not closed.</param>
/// <param name="All">Also those; wins over <paramref name="Status"/>.</param>
/// <param name="Sex">"M", "F", or "?" for nobody could tell.</param>
/// <param name="Among">Only these, in this order: what a text search found.</param>
public sealed record RecordFilter(RecordStatus? Status = null, bool All = false, string? Sex = null, AgeBand? Age = null, StayBand? Stay = null, IReadOnlyList<Guid>? Among = null);

/// <param name="Name">As stated, verbatim, else as read out of free words; null when none was.</param>
/// <param name="NameIsHeard">The name is written as it sounded, or was read out of free words.</param>
/// <param name="Sex">"M", "F" or null.</param>
/// <param name="Age">Newest statement, as years today.</param>
/// <param name="IsRead">Name, sex, age or place stand in free words alone, and the software read them there.</param>
/// <param name="Place">Where found or last seen, verbatim.</param>
/// <param name="Days">Since the record was opened.</param>
/// <param name="Excerpt">The first words that were written or heard, verbatim, where neither name nor sex stands by itself; null otherwise.</param>
/// <param name="Candidates">Matches that wait for somebody.</param>
public sealed record RecordRow(Guid Id, RecordKind Kind, RecordStatus Status, string? CallName, string? Name, bool NameIsHeard, string? Sex, NumberRange? Age, bool MayBeMinor, string? Place, bool IsRead, DateTimeOffset OpenedAt, DateTimeOffset ChangedAt, int Days, Guid? Photo, bool DoesNotWantToBeFound, string? Excerpt, int Candidates);

/// <param name="Next">Opaque key of the page that follows; null at the end.</param>
public sealed record RecordPage(IReadOnlyList<RecordRow> Rows, string? Next);
