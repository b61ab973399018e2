using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Escort;
using FamilyReunite.Casework.Review;
using FamilyReunite.Data;
using FamilyReunite.Data.Accounts;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Casework.Tests.Escort;

/// <summary>A database with two stations, a police unit and one confirmed match of the first station's person.</summary>
public sealed class EscortHouse : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-escort-");
    private readonly Organisation _station, _other, _police;

    private EscortHouse() => (_station, _other, _police) =
        (new(NewId(), OrganisationKind.Station, "甲市救助管理站", "4403", "0755-00000000"), new(NewId(), OrganisationKind.Station, "乙市救助管理站", "5113", null), new(NewId(), OrganisationKind.Police, "甲市公安局", "4403", null));

    public FakeTimeProvider Clock { get; } = new(Start);

    public CandidateMatch Match { get; private set; } = null!;

    public Caller Staff => As(Role.StationStaff, _station);

    public Caller Team => As(Role.EscortTeam, _station);

    public Caller Liaison => As(Role.PoliceLiaison, _police);

    public Caller OtherStaff => As(Role.StationStaff, _other);

    public Caller OtherTeam => As(Role.EscortTeam, _other);

    public static async Task<EscortHouse> BuildAsync()
    {
        var house = new EscortHouse();
        await using var db = house.Open();
        await DatabaseStartup.PrepareAsync(db, default);
        db.AddRange(house._station, house._other, house._police);
        db.Users.Add(new Account { Id = Account, UserName = "team", DisplayName = "王护送", OrganisationId = house._station.Id });
        house.Match = house.Pair(db, confirmed: true);
        await db.SaveChangesAsync();
        return house;
    }

    public static readonly Guid Account = Guid.CreateVersion7(Start);

    public ReuniteDb Open()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(_folder.FullName, DataRegistration.DatabaseFile));
        return new ReuniteDb(options.Options);
    }

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    /// <summary>A person of the first station beside a report of the second.</summary>
    public CandidateMatch Pair(ReuniteDb db, bool confirmed, bool wanted = true)
    {
        var person = new StrandedPerson(NewId(), _station.Id, "4403", Start) { CallName = "小河", Status = RecordStatus.Matched, DoesNotWantToBeFound = !wanted };
        var report = new MissingReport(NewId(), _other.Id, "5113", Start) { Status = RecordStatus.Matched };
        report.Add(new Fact(NewId(), FactKind.Name, "李阿明", null, FactSource.SaidByFamily, null, null, Start));
        var match = new CandidateMatch(NewId(), person.Id, report.Id, new MatchAssessment(2, -3, .8, "[]", "1", "f"), Start);
        foreach (var organisation in confirmed ? [_police, _other] : Array.Empty<Organisation>())
            Assert.True(match.Decide(new Decision(NewId(), DecisionAction.Confirm, NewId(), organisation.Id, Start, "家属辨认照片并说出胎记位置")).Succeeded);
        db.AddRange(person, report, match);
        return match;
    }

    public static TripPlan Plan(DateTimeOffset? departs = null, string from = "甲市", string escort = "王护送") => new(
        [new LegDraft(from, "成都", Transport.Train, "G2966", departs ?? Start.AddHours(1), (departs ?? Start.AddHours(1)).AddHours(9)), new LegDraft("成都", "仪陇县苟角乡", Transport.Car, null, (departs ?? Start.AddHours(1)).AddHours(10), (departs ?? Start.AddHours(1)).AddHours(14))],
        [new EscortDraft(escort, "带队", Account)], "早晚各一次降压药", null);

    public async Task<T> WithAsync<T>(Func<TripPlanner, TripRoad, Task<T>> act)
    {
        await using var db = Open();
        var writer = new ChangeWriter(db, Clock);
        return await act(new TripPlanner(db, writer, Clock), new TripRoad(db, writer, new TripRecords(db, new ReviewService(db, writer, Clock), Clock), Clock));
    }

    public async Task<Guid> PlannedAsync()
    {
        var outcome = await WithAsync((p, _) => p.PlanAsync(Staff, Match.Id, NewId(), Plan(), default));
        Assert.True(outcome.Succeeded);
        return outcome.Value;
    }

    public Task<Domain.Outcome<TripState>> ReportAsync(Caller caller, Guid trip, RoadReport report) => WithAsync((_, r) => r.RecordAsync(caller, trip, report, default));

    public async Task<EscortTrip> TripAsync(Guid id)
    {
        await using var db = Open();
        return await db.EscortTrips.Include(t => t.Legs).Include(t => t.Escorts).Include(t => t.CheckIns).Include(t => t.Events).SingleAsync(t => t.Id == id);
    }

    public async Task<(RecordStatus Person, RecordStatus Report)> StatusesAsync()
    {
        await using var db = Open();
        return ((await db.StrandedPersons.SingleAsync(p => p.Id == Match.PersonId)).Status, (await db.MissingReports.SingleAsync(r => r.Id == Match.ReportId)).Status);
    }

    public RoadReport Report(TripEventKind kind, string? text = null, HandOverDraft? handOver = null) => new(NewId(), kind, Clock.GetUtcNow(), "成都", text, handOver);

    public static HandOverDraft AtTheDoor() => new("李大山", "哥哥", true, "居民身份证", "123x", "M10 40L30 22L50 52", false, null);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Caller As(string role, Organisation o) => new(Account, "王护送", role, o.Id, o.Kind, o.District, o.TimeZone, null);
}
