using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.MatchRun;

/// <summary>Two servers, one PostgreSQL, one night.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class SharedNightTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Slot = "2026-11-24";
    private const int People = 96;
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly string[] Surnames = ["张", "李", "王", "刘"];
    private static readonly string[] Given = ["秀英", "建国", "桂兰", "德华", "玉珍", "铁柱", "阿妹", "小军"];

    private static readonly ManualResetEventSlim Never = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(10)]
    public async Task Night_TwoServers_ShareItAndGetWhatOneWouldGet(int fieldFrom)
    {
        var options = new MatchOptions { ChunkSize = 3, WaveChunkSize = 3, FieldFrom = fieldFrom };
        var alone = await AloneAsync(options);
        var connection = await server.CreateDatabaseAsync();
        await using SharingServer one = new(connection, options), two = new(connection, options);
        await FillAsync(one);
        foreach (var s in new[] { one, two }) s.Scorer.Before = (_, _) => Pause();

        var helping = Task.Run(() => two.HelpAsync(Ct), Ct);
        var night = (await one.Get<MatchRunner>().RunAsync(Slot, all: true, null, Ct)).Value!;
        await helping;

        Assert.Equal((JobStart.Started, People), (night.Start, night.Summary.Tally.Persons));
        Assert.Equal(alone, await OutcomeAsync(one));
        Assert.All(new[] { one, two }, s => Assert.NotEmpty(s.Scorer.Scored));
        Assert.Empty(one.Scorer.Scored.Select(x => x.Person).Intersect(two.Scorer.Scored.Select(x => x.Person)));
        await AssertClosedOnceAsync(one);
    }

    [Fact]
    public async Task Night_ServerKilledInTheMiddle_IsFinishedByTheOtherAndNobodyIsSavedTwice()
    {
        var options = new MatchOptions { ChunkSize = 2, ShareLife = TimeSpan.FromSeconds(2), FieldFrom = int.MaxValue };
        var alone = await AloneAsync(options);
        var connection = await server.CreateDatabaseAsync();
        await using SharingServer begins = new(connection, options), helps = new(connection, options);
        await FillAsync(begins);
        var persons = new HashSet<Guid>();
        begins.Scorer.Before = (person, _) =>
        {
            Pause();
            lock (persons)
            {
                if (persons.Add(person.RecordId) && persons.Count == 15) begins.Power.Cut();
            }
        };
        helps.Scorer.Before = (_, _) => Pause();

        var helping = Task.Run(() => helps.HelpAsync(Ct), Ct);
        await Assert.ThrowsAnyAsync<Exception>(() => begins.Get<MatchRunner>().RunAsync(Slot, all: true, null, Ct));
        Assert.True(begins.Power.IsCut);
        Assert.Null(await helping);

        Assert.Equal(alone, await OutcomeAsync(helps));
        await AssertClosedOnceAsync(helps);
        // the killed one had saved a part, and behind it the other went on
        var saved = await ProposedByAsync(helps);
        Assert.All(saved, p => Assert.Equal(1, p.Value));
        Assert.True(helps.Scorer.Scored.Select(x => x.Person).Distinct().Count() < People);
    }

    [Fact]
    public async Task Night_EveryServerKilled_IsTakenUpAtTheNextStart()
    {
        var options = new MatchOptions { ChunkSize = 2, ShareLife = TimeSpan.FromSeconds(1), FieldFrom = int.MaxValue };
        var alone = await AloneAsync(options);
        var connection = await server.CreateDatabaseAsync();
        await using SharingServer killed = new(connection, options), next = new(connection, options);
        await FillAsync(killed);
        var pairs = 0;
        killed.Scorer.Before = (_, _) =>
        {
            if (Interlocked.Increment(ref pairs) == 200) killed.Power.Cut();
        };
        await Assert.ThrowsAnyAsync<Exception>(() => killed.Get<MatchRunner>().RunAsync(Slot, all: true, null, Ct));
        Assert.Equal("match.running", Assert.Single((await next.Get<MatchRunner>().RunAsync(Slot, all: true, null, Ct)).Problems).Code);
        await using (var db = next.Db()) await db.JobRuns.ExecuteUpdateAsync(r => r.SetProperty(x => x.BeatAt, x => Start), Ct);

        Assert.Equal(JobStart.Resumed, (await next.Get<MatchRunner>().RunAsync(Slot, all: true, null, Ct)).Value!.Start);
        Assert.Equal(alone, await OutcomeAsync(next));
        await AssertClosedOnceAsync(next);
    }

    private async Task<List<string>> AloneAsync(MatchOptions options)
    {
        await using var alone = new SharingServer(await server.CreateDatabaseAsync(), options);
        await FillAsync(alone);
        Assert.Equal(People, (await alone.Get<MatchRunner>().RunAsync(Slot, all: true, null, Ct)).Value!.Summary.Tally.Persons);
        return await OutcomeAsync(alone);
    }

    /// <summary>Every time the same people under the same ids.</summary>
    private static async Task FillAsync(SharingServer at)
    {
        await using var db = at.Db();
        await DatabaseOpening.PrepareAsync(db, Ct);
        var station = new Organisation(Id(0), OrganisationKind.Station, "测试救助管理站", "4403", null);
        db.Organisations.Add(station);
        await db.SaveChangesAsync(Ct);
        var records = new List<CaseRecord>();
        for (var i = 0; i < People; i++)
        {
            CaseRecord person = new StrandedPerson(Id(4 * i + 1), station.Id, "4403", Start), report = new MissingReport(Id(4 * i + 2), station.Id, "4403", Start);
            person.Add(new Fact(Id(4 * i + 3), FactKind.Name, Surnames[i % 4] + Given[i / 4 % 8], null, FactSource.Observed, null, null, Start));
            report.Add(new Fact(Id(4 * i + 4), FactKind.Name, Surnames[i % 4] + Given[i / 2 % 8], null, FactSource.Observed, null, null, Start));
            records.AddRange([person, report]);
        }
        db.AddRange(records);
        Assert.Equal(WriteResult.Saved, await new ChangeWriter(db, TimeProvider.System).SaveAsync(new ChangeNote(Id(4 * People + 1), Actor.System("test"), "record.created", "record", null), Ct, records));
    }

    /// <summary>Comparing takes a while, so that both servers come to it.</summary>
    private static void Pause() => Never.Wait(TimeSpan.FromMilliseconds(1), Ct);

    private static Guid Id(int n) => new($"01939f00-0000-7000-8000-{n:x12}");

    private static async Task<List<string>> OutcomeAsync(SharingServer at)
    {
        await using var db = at.Db();
        return (await db.CandidateMatches.AsNoTracking().ToListAsync(Ct)).ConvertAll(m => FormattableString.Invariant($"{m.PersonId} {m.ReportId} {m.State} {m.Score:R} {m.Probability:R} {m.Version} {m.EvidenceJson}")).Order(StringComparer.Ordinal).ToList();
    }

    private static async Task<Dictionary<Guid, int>> ProposedByAsync(SharingServer at)
    {
        await using var db = at.Db();
        return await db.AuditEntries.Where(a => a.Action == "match.proposed").GroupBy(a => a.SubjectId!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), Ct);
    }

    private static async Task AssertClosedOnceAsync(SharingServer at)
    {
        await using var db = at.Db();
        var run = await db.JobRuns.AsNoTracking().SingleAsync(Ct);
        Assert.Equal((JobState.Done, People), (run.State, MatchRunSummary.Parse(run.Summary)!.Tally.Persons));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "job.done", Ct));
        Assert.Empty(await db.JobShares.ToListAsync(Ct));
        Assert.Equal(AuditFault.None, (await new AuditVerifier(db).VerifyAsync(Ct)).Fault);
    }
}
