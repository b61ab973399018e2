using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Which records take part: open ones without a confirmed match, of people who want to be found. Drafts, matched, closed and returned ones do not.</summary>
internal static class OpenRecords
{
    private const int IdsPerQuestion = 1000;

    public static IQueryable<StrandedPerson> OpenPersons(this ReuniteDb db) =>
        db.StrandedPersons.Where(p => p.Status == RecordStatus.Open && !p.DoesNotWantToBeFound && !db.CandidateMatches.Any(m => m.PersonId == p.Id && m.State == MatchState.Confirmed));

    public static IQueryable<MissingReport> OpenReports(this ReuniteDb db) =>
        db.MissingReports.Where(r => r.Status == RecordStatus.Open && !db.CandidateMatches.Any(m => m.ReportId == r.Id && m.State == MatchState.Confirmed));

    /// <summary>Versions of those of the given persons that take part.</summary>
    public static async Task<Dictionary<Guid, long>> OpenPersonsAsync(this ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var open = new Dictionary<Guid, long>();
        foreach (var chunk in ids.Chunk(IdsPerQuestion))
            foreach (var p in await db.OpenPersons().Where(p => chunk.Contains(p.Id)).Select(p => new { p.Id, p.Version }).ToListAsync(ct)) open[p.Id] = p.Version;
        return open;
    }

    /// <summary>Versions of those of the given reports that take part.</summary>
    public static async Task<Dictionary<Guid, long>> OpenReportsAsync(this ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var open = new Dictionary<Guid, long>();
        foreach (var chunk in ids.Chunk(IdsPerQuestion))
            foreach (var r in await db.OpenReports().Where(r => chunk.Contains(r.Id)).Select(r => new { r.Id, r.Version }).ToListAsync(ct)) open[r.Id] = r.Version;
        return open;
    }
}
