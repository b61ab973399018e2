using FamilyReunite.Data;
using FamilyReunite.Domain.Homes;

namespace FamilyReunite.Casework.Access;

/// <summary>Which rows of home finding a caller may see, beside <see cref="Visibility"/>: those of a person who is visible to a station or liaison,
/// and what was put to the caller's own organisation, for as long as it is asked. Nothing about a person who does not want to be found is put to anybody.</summary>
public static class HomeVisibility
{
    public static IQueryable<InterviewAnswer> AnswersFor(this ReuniteDb db, Caller caller)
    {
        var people = db.PeopleFor(caller);
        return FindsHomes(caller) ? db.InterviewAnswers.Where(a => people.Any(p => p.Id == a.PersonId)) : db.InterviewAnswers.Where(a => false);
    }

    public static IQueryable<HomeInquiry> InquiriesFor(this ReuniteDb db, Caller caller)
    {
        if (!FindsHomes(caller)) return db.HomeInquiries.Where(i => false);
        var (people, organisation) = (db.PeopleFor(caller), caller.OrganisationId);
        return db.HomeInquiries.Where(i => people.Any(p => p.Id == i.PersonId)
            || (i.ToOrganisationId == organisation && i.State != InquiryState.Withdrawn && db.StrandedPersons.Any(p => p.Id == i.PersonId && !p.DoesNotWantToBeFound)));
    }

    public static IQueryable<ListeningRequest> ListeningFor(this ReuniteDb db, Caller caller)
    {
        if (!FindsHomes(caller)) return db.ListeningRequests.Where(r => false);
        var (people, organisation) = (db.PeopleFor(caller), caller.OrganisationId);
        return db.ListeningRequests.Where(r => people.Any(p => p.Id == r.PersonId)
            || (r.ClosedAt == null && r.Addressees.Any(a => a.OrganisationId == organisation) && db.StrandedPersons.Any(p => p.Id == r.PersonId && !p.DoesNotWantToBeFound)));
    }

    /// <summary>Works on the question where somebody comes from: station people and liaisons.</summary>
    public static bool FindsHomes(Caller caller) => caller.KeepsPeople || caller.IsLiaison;
}
