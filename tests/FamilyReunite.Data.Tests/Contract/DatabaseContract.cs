using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Pictures;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Data.Tests.Contract;

/// <summary>What every database has to keep; run once per engine.</summary>
public abstract class DatabaseContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 14, 2, TimeSpan.Zero);
    private readonly Organisation _station = new(Guid.CreateVersion7(Start), OrganisationKind.Station, "测试救助管理站", "4403", null);

    protected FakeTimeProvider Clock { get; } = new(Start);

    protected abstract ReuniteDb Open();

    public virtual async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
        db.Organisations.Add(_station);
        await db.SaveChangesAsync();
    }

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Save_NewPerson_WritesRecordAuditAndOutboxTogether()
    {
        var person = Person();
        Assert.Equal(WriteResult.Saved, await SaveAsync(person));

        await using var db = Open();
        var back = await db.StrandedPersons.Include(p => p.Facts).SingleAsync();
        Assert.Equal("购葛村", Assert.Single(back.Facts).AsHeard);
        Assert.Equal(1, back.Version);
        Assert.Equal(back.Id, (await db.Outbox.SingleAsync()).RecordId);
        Assert.Equal("person.created", (await db.AuditEntries.SingleAsync()).Action);
    }

    [Fact]
    public async Task Save_SameWriteIdTwice_ChangesNothing()
    {
        var write = NewId();
        await SaveAsync(Person(), write);
        Assert.Equal(WriteResult.Repeated, await SaveAsync(Person(), write));

        await using var db = Open();
        Assert.Equal(1, await db.Records.CountAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync());
        Assert.Equal(1, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task Save_SecondSaverOfOneVersion_IsToldAndSavesNothing()
    {
        var person = Person();
        await SaveAsync(person);
        await using var first = Open();
        await using var second = Open();
        var a = await first.StrandedPersons.Include(p => p.Facts).SingleAsync();
        var b = await second.StrandedPersons.Include(p => p.Facts).SingleAsync();
        a.CallName = "小河";
        b.CallName = "小桥";

        Assert.Equal(WriteResult.Saved, await new ChangeWriter(first, Clock).SaveAsync(Note("person.renamed", a.Id), default, a));
        Assert.Equal(WriteResult.Conflict, await new ChangeWriter(second, Clock).SaveAsync(Note("person.renamed", b.Id), default, b));

        await using var db = Open();
        Assert.Equal("小河", (await db.StrandedPersons.SingleAsync()).CallName);
        Assert.Equal(2, await db.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task Save_ReplacingFact_KeepsBothStatements()
    {
        var person = Person();
        await SaveAsync(person);
        await using (var db = Open())
        {
            var p = await db.StrandedPersons.Include(x => x.Facts).SingleAsync();
            p.Add(new Fact(NewId(), FactKind.HomeHeard, "苟角村", null, FactSource.SaidByPerson, null, null, Clock.GetUtcNow(), replaces: p.Facts[0].Id));
            await new ChangeWriter(db, Clock).SaveAsync(Note("person.fact-added", p.Id), default, p);
        }
        await using var check = Open();
        var back = await check.StrandedPersons.Include(x => x.Facts).SingleAsync();
        Assert.Equal(2, back.Facts.Count);
        Assert.Equal("苟角村", Assert.Single(back.Current(FactKind.HomeHeard)).AsHeard);
    }

    [Fact]
    public async Task Save_PairProposedTwice_IsRefusedByTheDatabase()
    {
        var (person, report) = await PairAsync();
        var assessment = new MatchAssessment(-1, -3, .2, "[]", "1", "f");
        await using var db = Open();
        db.CandidateMatches.Add(new CandidateMatch(NewId(), person, report, assessment, Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        db.CandidateMatches.Add(new CandidateMatch(NewId(), person, report, assessment, Clock.GetUtcNow()));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Load_TripWithHandOver_ComesBackWhole()
    {
        var (person, report) = await PairAsync();
        var match = new CandidateMatch(NewId(), person, report, new MatchAssessment(1, -3, .7, "[]", "1", "f"), Start);
        var trip = new EscortTrip(NewId(), match.Id, person, _station.Id, "4403", Start);
        trip.Plan([new TripLeg(NewId(), 1, "深圳", "成都", Transport.Train, "G2966", Start, Start.AddHours(9))], [new TripEscort(NewId(), "王某", null, null)], [Start.AddHours(3)], NewId);
        trip.Depart(new TripEvent(NewId(), TripEventKind.Departed, Start, null, null, null));
        var handOver = new HandOver("李某", "哥哥", true, "身份证", "123X", "M0 0L9 9", false, null, Start.AddHours(9), null);
        Assert.True(trip.HandOverTo(handOver, new TripEvent(NewId(), TripEventKind.HandedOver, Start, null, null, null)).Succeeded);
        await using (var db = Open())
        {
            db.CandidateMatches.Add(match);
            db.EscortTrips.Add(trip);
            await db.SaveChangesAsync();
        }
        await using var check = Open();
        var back = await check.EscortTrips.Include(t => t.Legs).Include(t => t.Escorts).Include(t => t.CheckIns).Include(t => t.Events).SingleAsync();
        Assert.Equal((TripState.HandedOver, 1, 1, 1, 2), (back.State, back.Legs.Count, back.Escorts.Count, back.CheckIns.Count, back.Events.Count));
        Assert.Equal(handOver, back.HandOver);
    }

    [Fact]
    public async Task Load_HomeFinding_ComesBackWhole()
    {
        var (person, _) = await PairAsync();
        var clip = new Attachment(NewId(), AttachmentKind.Audio, new string('a', 64), "audio/wav", 4, "a.wav", null, null, 0, null, null, Start);
        var answer = new InterviewAnswer(NewId(), person, "rice", "种水稻吗？", "yes", "是", "嗯", clip.Id, NewId(), Start);
        var inquiry = new HomeInquiry(NewId(), person, _station.Id, "511324", "有没有购葛村", "性别：男", _station.Id, null, NewId(), Start);
        var listening = new ListeningRequest(NewId(), person, _station.Id, clip.Id, "哪里话？", Sex.Female, "58..62", [new ListeningAddressee(NewId(), _station.Id)], NewId(), Start);
        Assert.True(listening.Add(new ListeningAnswer(NewId(), NewId(), _station.Id, "51", ListeningVerdict.Neighbouring, null, Start)).Succeeded);
        var place = new AddedPlace(NewId(), _station.Id, AddedPlaceKind.FormerName, "老屋场", null, "511324", null, NewId(), Start);
        await using (var db = Open())
        {
            (await db.StrandedPersons.Include(p => p.Attachments).SingleAsync()).Attach(clip);
            db.AddRange(answer, inquiry, listening, place);
            Assert.Equal(WriteResult.Saved, await new ChangeWriter(db, Clock).SaveAsync(Note("person.home-asked", person), default));
        }
        await using var check = Open();
        Assert.Equal("嗯", (await check.InterviewAnswers.SingleAsync()).Words);
        Assert.Equal((Sex.Female, "58..62", 1, 1), await check.ListeningRequests.Include(r => r.Addressees).Include(r => r.Answers).SingleAsync() is { } l ? (l.Sex, l.Ages, l.Addressees.Count, l.Answers.Count) : default);
        Assert.Equal(AddedPlaceKind.FormerName, (await check.AddedPlaces.SingleAsync()).Kind);
        Assert.Equal("511324", (await check.HomeInquiries.SingleAsync()).Division);
    }

    [Fact]
    public async Task Save_TwoRepliesToOneInquiry_TheSecondIsTold()
    {
        var (person, _) = await PairAsync();
        var inquiry = new HomeInquiry(NewId(), person, _station.Id, "51", "有没有购葛村", "", null, "某站", NewId(), Start);
        await using (var db = Open())
        {
            db.Add(inquiry);
            await db.SaveChangesAsync();
        }
        await using var first = Open();
        await using var second = Open();
        var (a, b) = (await first.HomeInquiries.SingleAsync(), await second.HomeInquiries.SingleAsync());
        Assert.True(a.Answer(InquiryState.NotKnown, "没有", null, NewId(), Start).Succeeded);
        Assert.True(b.Answer(InquiryState.FamilyFound, "有", null, NewId(), Start).Succeeded);
        Assert.Equal(WriteResult.Saved, await new ChangeWriter(first, Clock).SaveAsync(Note("person.home-replied", person), default));
        Assert.Equal(WriteResult.Conflict, await new ChangeWriter(second, Clock).SaveAsync(Note("person.home-replied", person), default));
    }

    [Fact]
    public async Task Verify_UntouchedChain_Holds()
    {
        for (var i = 0; i < 5; i++) await SaveAsync(Person());
        await using var db = Open();
        Assert.Equal(new AuditVerdict(5, AuditFault.None, null), await new AuditVerifier(db).VerifyAsync(default));
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Action\" = 'nothing' WHERE \"Sequence\" = 3", AuditFault.Altered, 3)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2", AuditFault.Missing, 2)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 5", AuditFault.TailRemoved, 5)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Sequence\" = CASE \"Sequence\" WHEN 2 THEN 103 WHEN 3 THEN 102 ELSE \"Sequence\" END; UPDATE \"AuditEntries\" SET \"Sequence\" = \"Sequence\" - 100 WHERE \"Sequence\" > 100", AuditFault.Altered, 2)]
    public async Task Verify_TamperedChain_NamesTheFirstBrokenRow(string sql, AuditFault fault, long brokenAt)
    {
        for (var i = 0; i < 5; i++) await SaveAsync(Person());
        await using var db = Open();
        await UnlockAuditAsync(db);
        await db.Database.ExecuteSqlRawAsync(sql);
        var verdict = await new AuditVerifier(db).VerifyAsync(default);
        Assert.Equal((fault, brokenAt), (verdict.Fault, verdict.BrokenAt!.Value));
    }

    [Fact]
    public async Task Audit_RowChangedThroughSql_IsRefused()
    {
        await SaveAsync(Person());
        await using var db = Open();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE \"AuditEntries\" SET \"Action\" = 'x'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditEntries\""));
    }

    /// <summary>Does what an attacker with the file in hand would do first.</summary>
    protected abstract Task UnlockAuditAsync(ReuniteDb db);

    protected Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    protected ChangeNote Note(string action, Guid subject, Guid? write = null) => new(write ?? NewId(), Actor.System("test"), action, "person", subject);

    [Theory]
    [InlineData(0x0123_4567_89AB_CDEF, 0x0123, 0x4567, 0x89AB, 0xCDEF)]
    [InlineData(-2, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFE)]
    public async Task Save_Photo_IsFoundByEachBandOfItsHash(long hash, long a, long b, long c, long d)
    {
        var person = Person();
        person.Attach(new Attachment(NewId(), AttachmentKind.Photo, new string('a', 64), "image/png", 4, "a.png", 1, 1, hash, null, null, Start));
        await SaveAsync(person);
        await using var db = Open();
        long[] bands = [a, b, c, d];
        for (var band = 0; band < PictureBands.Count; band++)
        {
            Assert.Equal(hash, (await db.Attachments.InBand(band, [1, bands[band]]).SingleAsync()).PerceptualHash);
            Assert.Empty(await db.Attachments.InBand(band, [1]).ToListAsync());
        }
    }

    [Fact]
    public async Task Save_FactPointedOutOnAPhoto_KeepsItsRegion()
    {
        var person = Person();
        var region = new PictureRegion(NewId(), 0.25, 0.1, 0.2, 0.1234);
        person.Add(new Fact(NewId(), FactKind.Mark, "左眉痣", "Mole|Brow|Left", FactSource.Observed, null, null, Start) { Region = region });
        await SaveAsync(person);
        await using var db = Open();
        var facts = (await db.StrandedPersons.Include(p => p.Facts).SingleAsync()).Facts;
        Assert.Equal(region, Assert.Single(facts, f => f.Kind == FactKind.Mark).Region);
        Assert.Null(Assert.Single(facts, f => f.Kind == FactKind.HomeHeard).Region);
    }

    protected StrandedPerson Person()
    {
        var person = new StrandedPerson(NewId(), _station.Id, "4403", Clock.GetUtcNow());
        person.Add(new Fact(NewId(), FactKind.HomeHeard, "购葛村", null, FactSource.SaidByPerson, null, null, Clock.GetUtcNow()));
        return person;
    }

    private async Task<WriteResult> SaveAsync(StrandedPerson person, Guid? write = null)
    {
        await using var db = Open();
        db.Add(person);
        return await new ChangeWriter(db, Clock).SaveAsync(Note("person.created", person.Id, write), default, person);
    }

    protected async Task<(Guid Person, Guid Report)> PairAsync()
    {
        var person = Person();
        await SaveAsync(person);
        var report = new MissingReport(NewId(), _station.Id, "4403", Start);
        await using var db = Open();
        db.Add(report);
        await db.SaveChangesAsync();
        return (person.Id, report.Id);
    }
}
