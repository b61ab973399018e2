using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Tests.Servers;

/// <summary>Two server processes share a night, and one of them is killed.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class KilledServerTests(TestServer postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Night_ProcessKilledInTheMiddleOfItsShare_IsFinishedByTheOther()
    {
        await using NightServers alone = new(postgres), shared = new(postgres);
        await alone.PrepareAsync(Ct);
        await shared.PrepareAsync(Ct);
        alone.Serve();

        Guid killed;
        int[] left;
        await using (await Gate.CloseAsync(shared.Connection, Ct))
        {
            var first = shared.Serve();
            await shared.UntilAsync(async d => await Gate.WaitingAsync(d) == 1, "the first server has saved a share and is in the middle of another", Ct);
            await using var db = shared.Db();
            killed = (await BookAsync(db)).Select(e => e.Holder).Distinct().Single();
            shared.Serve();
            await shared.UntilAsync(async d => await Gate.WaitingAsync(d) == 2, "the second server is in the middle of a share", Ct);
            first.Kill();
            left = await db.JobShares.Where(s => s.Holder == killed && s.DoneCount < s.Count).Select(s => s.Number).ToArrayAsync(Ct);
            Assert.NotEmpty(left);
        }
        await DoneAsync(shared);
        await DoneAsync(alone);

        Assert.Equal(await alone.OutcomeAsync(Ct), await shared.OutcomeAsync(Ct));
        await using var after = shared.Db();
        var book = await BookAsync(after);
        var other = book.Select(e => e.Holder).Distinct().Single(h => h != killed);
        // what the first had saved stood, what it had not the second did
        Assert.All(left, n => Assert.Equal((other, NightServers.People / 16), Last(book, n)));
        Assert.All(book.Where(e => e.Holder == killed && e.Done > 0), e => Assert.Equal((killed, e.Done), Last(book, e.Number)));
        Assert.Contains(book, e => e.Holder == killed && e.Done > 0);
        await AssertOnceAsync(after);
    }

    private static Task DoneAsync(NightServers servers) => servers.UntilAsync(db => db.JobRuns.AnyAsync(r => r.Job == MatchRunner.NightJob && r.State == JobState.Done, Ct), "the night is done", Ct);

    private static async Task<List<ShareEntry>> BookAsync(ReuniteDb db) => await db.Database.SqlQuery<ShareEntry>($"""SELECT * FROM share_book ORDER BY "At" """).ToListAsync(Ct);

    private static (Guid Holder, int Done) Last(List<ShareEntry> book, int share) => book.Last(e => e.Number == share) is var e ? (e.Holder, e.Done) : default;

    /// <summary>The night, and every person's proposals, stand in the audit chain once.</summary>
    private static async Task AssertOnceAsync(ReuniteDb db)
    {
        var run = await db.JobRuns.AsNoTracking().SingleAsync(r => r.Job == MatchRunner.NightJob, Ct);
        Assert.Equal(NightServers.People, MatchRunSummary.Parse(run.Summary)!.Tally.Persons);
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "job.done" && a.SubjectId == run.Id, Ct));
        var proposed = await db.AuditEntries.Where(a => a.Action == "match.proposed").Select(a => a.SubjectId!.Value).Order().ToListAsync(Ct);
        Assert.Equal(await db.CandidateMatches.Select(m => m.PersonId).Distinct().Order().ToListAsync(Ct), proposed);
        Assert.True(proposed.Count > NightServers.People / 2);
        Assert.Equal(await db.CandidateMatches.CountAsync(Ct), await db.CandidateMatches.Select(m => new { m.PersonId, m.ReportId }).Distinct().CountAsync(Ct));
        Assert.Equal(AuditFault.None, (await new AuditVerifier(db).VerifyAsync(Ct)).Fault);
    }
}
