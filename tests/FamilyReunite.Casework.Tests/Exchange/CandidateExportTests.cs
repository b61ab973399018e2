using FamilyReunite.Casework.Exchange.Candidates;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class CandidateExportTests
{
    private static readonly Guid Person = new("019caaaa-0000-7000-8000-000000000001");
    private static readonly Guid Report = new("019caaaa-0000-7000-8000-000000000002");

    [Fact]
    public void Line_OneCandidate_HasTheFixedForm()
    {
        var evidence = EvidenceJson.Write([new Evidence("name", AgreementLevel.Strong, 4.25, "姓名音近", "The names sound alike")]);
        var line = CandidateJson.Line(new PersonCandidates(Person, "S-1", [new ExportedCandidate(Report, "M-1", 0.75, 1.25, -3, evidence)]));
        Assert.Equal("""{"id":"019caaaa-0000-7000-8000-000000000001","source_id":"S-1","candidates":[{"report":"019caaaa-0000-7000-8000-000000000002","report_source_id":"M-1","probability":0.75,"score":1.25,"prior":-3,"evidence":[{"feature":"name","level":"strong","weight":4.25,"zh":"姓名音近","en":"The names sound alike"}]}]}""", line);
    }

    [Fact]
    public async Task Export_PersonsAndStates_AreAsReviewersLeftThem()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync("{\"source_id\":\"S-1\"}\n{\"source_id\":\"S-2\"}\n{\"source_id\":\"S-3\"}");
        await desk.ImportAsync("{\"source_id\":\"M-1\"}\n{\"source_id\":\"M-2\"}\n{\"source_id\":\"M-3\"}", RecordKind.Missing);
        await AddAsync(desk, "S-1", "M-1", 0.2);
        await AddAsync(desk, "S-1", "M-2", 0.9);
        await AddAsync(desk, "S-1", "M-3", 0.5, m => m.Withdraw(Desk.Start));
        await AddAsync(desk, "S-2", "M-1", 0.6);
        await using (var db = desk.Db()) await db.Database.ExecuteSqlRawAsync("UPDATE Records SET DoesNotWantToBeFound = 1 WHERE SourceId = 'S-2'");

        var all = await desk.Get<CandidateExport>().AllAsync(default).OrderBy(p => p.SourceId).ToListAsync();
        Assert.Equal(["S-1", "S-2", "S-3"], all.Select(p => p.SourceId));
        Assert.Equal(["M-2", "M-1"], all[0].Candidates.Select(c => c.ReportSourceId));
        Assert.Empty(all[1].Candidates);
        Assert.Empty(all[2].Candidates);
        Assert.Equal(2, (await desk.Get<CandidateExport>().FindAsync("S-1", default))!.Candidates.Count);
        Assert.Equal("S-1", (await desk.Get<CandidateExport>().FindAsync(all[0].Id.ToString(), default))!.SourceId);
        Assert.Null(await desk.Get<CandidateExport>().FindAsync("S-9", default));
    }

    private static async Task AddAsync(Desk desk, string person, string report, double probability, Action<CandidateMatch>? then = null)
    {
        await using var db = desk.Db();
        var (p, r) = ((await db.StrandedPersons.SingleAsync(x => x.SourceId == person)).Id, (await db.MissingReports.SingleAsync(x => x.SourceId == report)).Id);
        var match = new CandidateMatch(desk.NewId(), p, r, new MatchAssessment(probability, 0, probability, "[]", "1.0", "f"), Desk.Start);
        then?.Invoke(match);
        db.CandidateMatches.Add(match);
        await new ChangeWriter(db, desk.Clock).SaveAsync(new ChangeNote(desk.NewId(), Actor.System("test"), "match.proposed", "match", match.Id), default);
    }
}
