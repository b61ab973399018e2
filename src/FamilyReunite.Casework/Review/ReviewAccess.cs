using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.Review;

internal static class ReviewAccess
{
    /// <summary>Pairs that a caller may look at and decide: one side is the caller's own, and the person wants to be found. The station itself is offered nothing else either.</summary>
    public static IQueryable<CandidateMatch> ReviewableFor(this ReuniteDb db, Caller caller) =>
        db.MatchesFor(caller).Where(m => db.StrandedPersons.Any(p => p.Id == m.PersonId && !p.DoesNotWantToBeFound));

    /// <summary>Pairs that still wait for somebody.</summary>
    public static IQueryable<CandidateMatch> Open(this IQueryable<CandidateMatch> matches) =>
        matches.Where(m => m.State == MatchState.Proposed || m.State == MatchState.UnderReview || m.State == MatchState.AwaitingSecond);
}
