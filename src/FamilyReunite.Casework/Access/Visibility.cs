using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Access;

/// <summary>Which rows a caller may see. What is not visible is answered as if it did not exist. Every query of a page starts here.</summary>
/// <remarks>Station staff and managers see their own station's records; liaisons those of their district; both also the other side of a match that concerns them;
/// liaisons of either side the journey; escort teams the people of their own station's journeys until these are over; auditors and administrators no case at all. A person who does not want to be found is seen by the station alone.</remarks>
public static class Visibility
{
    public static IQueryable<StrandedPerson> PeopleFor(this ReuniteDb db, Caller caller)
    {
        var (organisation, district) = (caller.OrganisationId, caller.District);
        return caller.Role switch
        {
            Role.StationStaff or Role.StationManager => db.StrandedPersons.Where(p => p.OrganisationId == organisation
                || (!p.DoesNotWantToBeFound && db.CandidateMatches.Any(m => m.PersonId == p.Id && m.State != MatchState.Withdrawn && db.MissingReports.Any(r => r.Id == m.ReportId && r.OrganisationId == organisation)))),
            Role.PoliceLiaison => db.StrandedPersons.Where(p => !p.DoesNotWantToBeFound
                && (p.District.StartsWith(district) || db.CandidateMatches.Any(m => m.PersonId == p.Id && m.State != MatchState.Withdrawn && db.MissingReports.Any(r => r.Id == m.ReportId && r.District.StartsWith(district))))),
            Role.EscortTeam => db.StrandedPersons.Where(p => db.EscortTrips.Any(t => t.PersonId == p.Id && t.OrganisationId == organisation && (t.State == TripState.Planned || t.State == TripState.UnderWay || t.State == TripState.HandedOver))),
            _ => db.StrandedPersons.Where(p => false),
        };
    }

    public static IQueryable<MissingReport> ReportsFor(this ReuniteDb db, Caller caller)
    {
        var (organisation, district) = (caller.OrganisationId, caller.District);
        return caller.Role switch
        {
            Role.StationStaff or Role.StationManager => db.MissingReports.Where(r => r.OrganisationId == organisation
                || db.CandidateMatches.Any(m => m.ReportId == r.Id && m.State != MatchState.Withdrawn && db.StrandedPersons.Any(p => p.Id == m.PersonId && p.OrganisationId == organisation))),
            Role.PoliceLiaison => db.MissingReports.Where(r => r.District.StartsWith(district)
                || db.CandidateMatches.Any(m => m.ReportId == r.Id && m.State != MatchState.Withdrawn && db.StrandedPersons.Any(p => p.Id == m.PersonId && !p.DoesNotWantToBeFound && p.District.StartsWith(district)))),
            _ => db.MissingReports.Where(r => false),
        };
    }

    public static IQueryable<FieldContact> ContactsFor(this ReuniteDb db, Caller caller)
    {
        var organisation = caller.OrganisationId;
        return caller.KeepsPeople ? db.FieldContacts.Where(c => c.OrganisationId == organisation) : db.FieldContacts.Where(c => false);
    }

    /// <summary>Matches of which one side is the caller's own.</summary>
    public static IQueryable<CandidateMatch> MatchesFor(this ReuniteDb db, Caller caller)
    {
        var (organisation, district) = (caller.OrganisationId, caller.District);
        return caller.Role switch
        {
            Role.StationStaff or Role.StationManager => db.CandidateMatches.Where(m => db.StrandedPersons.Any(p => p.Id == m.PersonId
                && (p.OrganisationId == organisation || (!p.DoesNotWantToBeFound && db.MissingReports.Any(r => r.Id == m.ReportId && r.OrganisationId == organisation))))),
            Role.PoliceLiaison => db.CandidateMatches.Where(m => db.StrandedPersons.Any(p => p.Id == m.PersonId && !p.DoesNotWantToBeFound
                && (p.District.StartsWith(district) || db.MissingReports.Any(r => r.Id == m.ReportId && r.District.StartsWith(district))))),
            _ => db.CandidateMatches.Where(m => false),
        };
    }

    public static IQueryable<EscortTrip> TripsFor(this ReuniteDb db, Caller caller)
    {
        var (organisation, district) = (caller.OrganisationId, caller.District);
        return caller.Role switch
        {
            Role.StationStaff or Role.StationManager or Role.EscortTeam => db.EscortTrips.Where(t => t.OrganisationId == organisation),
            Role.PoliceLiaison => db.EscortTrips.Where(t => db.StrandedPersons.Any(p => p.Id == t.PersonId && !p.DoesNotWantToBeFound)
                && (t.District.StartsWith(district) || db.CandidateMatches.Any(m => m.Id == t.MatchId && db.MissingReports.Any(r => r.Id == m.ReportId && r.District.StartsWith(district))))),
            _ => db.EscortTrips.Where(t => false),
        };
    }
}
