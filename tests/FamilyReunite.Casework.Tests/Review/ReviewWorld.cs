using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Review.Morning;
using FamilyReunite.Data;
using FamilyReunite.Data.Accounts;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Casework.Tests.Review;

/// <summary>Two provinces on SQLite: a station and a police unit each, and a third of each that has nothing to do with the case.</summary>
public sealed class ReviewWorld : IAsyncDisposable
{
    public const string Evidence = "左眉尾黑痣与乳名都相符，电话核实过";
    public static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 14, 2, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-review-");
    private readonly DbContextOptions<ReuniteDb> _options;

    public ReviewWorld()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(_folder.FullName, DataRegistration.DatabaseFile));
        _options = options.Options;
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public Caller Staff { get; private set; } = null!;

    public Caller Colleague { get; private set; } = null!;

    public Caller Liaison { get; private set; } = null!;

    public Caller FarStaff { get; private set; } = null!;

    public Caller FarLiaison { get; private set; } = null!;

    public Caller Stranger { get; private set; } = null!;

    public Caller StrangeLiaison { get; private set; } = null!;

    public ReuniteDb Open() => new(_options);

    public static async Task<ReviewWorld> MakeAsync()
    {
        var world = new ReviewWorld();
        await using var db = world.Open();
        await DatabaseStartup.PrepareAsync(db, default);
        var houses = new[] { ("44", "甲"), ("61", "乙"), ("51", "丙") }.SelectMany(x => new[]
        {
            new Organisation(world.NewId(), OrganisationKind.Station, x.Item2 + "州救助管理站", x.Item1, null),
            new Organisation(world.NewId(), OrganisationKind.Police, x.Item2 + "州公安联络组", x.Item1, null),
        }).ToArray();
        db.Organisations.AddRange(houses);
        Caller Make(string name, string role, Organisation o)
        {
            var id = world.NewId();
            db.Users.Add(new Account { Id = id, UserName = name, DisplayName = name, OrganisationId = o.Id });
            return new Caller(id, name, role, o.Id, o.Kind, o.District, o.TimeZone, "127.0.0.1");
        }
        (world.Staff, world.Colleague, world.Liaison) = (Make("王某", Role.StationStaff, houses[0]), Make("赵某", Role.StationManager, houses[0]), Make("李某", Role.PoliceLiaison, houses[1]));
        (world.FarStaff, world.FarLiaison) = (Make("马某", Role.StationStaff, houses[2]), Make("白某", Role.PoliceLiaison, houses[3]));
        (world.Stranger, world.StrangeLiaison) = (Make("陈某", Role.StationStaff, houses[4]), Make("周某", Role.PoliceLiaison, houses[5]));
        await db.SaveChangesAsync();
        return world;
    }

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    public async Task<Guid> PersonAsync(params (FactKind Kind, string Heard, string? Understood)[] facts) => await AddAsync(new StrandedPerson(NewId(), Staff.OrganisationId, "44", Clock.GetUtcNow()), facts);

    public async Task<Guid> ReportAsync(params (FactKind Kind, string Heard, string? Understood)[] facts) => await AddAsync(new MissingReport(NewId(), FarStaff.OrganisationId, "61", Clock.GetUtcNow()), facts);

    public async Task<Guid> MatchAsync(Guid person, Guid report, double probability = .4, string fingerprint = "a")
    {
        await using var db = Open();
        var match = new CandidateMatch(NewId(), person, report, Assessment(probability, fingerprint), Clock.GetUtcNow());
        db.Add(match);
        await db.SaveChangesAsync();
        return match.Id;
    }

    public static MatchAssessment Assessment(double probability, string fingerprint) =>
        new(-.4, -3.1, probability, """[{"feature":"home","level":"Strong","weight":3.1,"zh":"听音“购葛”与苟角相近","en":"“购葛” sounds like Goujiao"},{"feature":"marks","level":"Conflict","weight":-0.4,"zh":"痣的左右相反","en":"The mole is on the other side"}]""", "1", fingerprint);

    /// <summary>One request: services on a context of their own.</summary>
    public async Task<Outcome<Decided>> DecideAsync(Caller by, Guid match, DecisionAction action, string? text = Evidence, RejectionReason? reason = null, long? seen = null, Guid? write = null)
    {
        await using var db = Open();
        var version = seen ?? (await db.CandidateMatches.AsNoTracking().SingleAsync(m => m.Id == match)).Version;
        Clock.Advance(TimeSpan.FromSeconds(1));
        return await new ReviewService(db, new ChangeWriter(db, Clock), Clock).DecideAsync(by, new DecisionRequest(write ?? NewId(), match, version, action, text, reason), default);
    }

    public async Task ConfirmBothAsync(Guid match)
    {
        Assert.True((await DecideAsync(Staff, match, DecisionAction.Confirm)).Succeeded);
        Assert.True((await DecideAsync(Liaison, match, DecisionAction.Confirm)).Succeeded);
    }

    public async Task<CaseView?> CaseAsync(Caller caller, Guid match)
    {
        await using var db = Open();
        return await new CaseReader(db, new HistoryReader(db), new ReadWords(), Clock).ReadAsync(caller, match, default);
    }

    public async Task<QueuePage> QueueAsync(Caller caller, QueueFilter? filter = null)
    {
        await using var db = Open();
        return await new ReviewQueue(db, new RecordLines(db, new ReadWords())).FindAsync(caller, filter ?? new QueueFilter(), default);
    }

    public async Task<MorningView> MorningAsync(Caller caller)
    {
        await using var db = Open();
        return await new MorningReader(db, new ReviewQueue(db, new RecordLines(db, new ReadWords())), new NightReader(db, Clock)).ReadAsync(caller, default);
    }

    public async Task ChangeAsync(Action<ReuniteDb> change)
    {
        await using var db = Open();
        change(db);
        await db.SaveChangesAsync();
    }

    public async Task<MatchState> StateAsync(Guid match)
    {
        await using var db = Open();
        return (await db.CandidateMatches.SingleAsync(m => m.Id == match)).State;
    }

    public async Task<RecordStatus> StatusAsync(Guid record)
    {
        await using var db = Open();
        return (await db.Records.SingleAsync(r => r.Id == record)).Status;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        await ValueTask.CompletedTask;
    }

    private async Task<Guid> AddAsync(CaseRecord record, (FactKind Kind, string Heard, string? Understood)[] facts)
    {
        foreach (var (kind, heard, understood) in facts) record.Add(new Fact(NewId(), kind, heard, understood, FactSource.SaidByPerson, null, null, Clock.GetUtcNow()));
        await ChangeAsync(db => db.Add(record));
        return record.Id;
    }
}
