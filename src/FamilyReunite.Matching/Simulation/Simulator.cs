using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Draws invented people, loses them, and writes what a station and a family would write. Thread-safe; the same request gives the same population.</summary>
public sealed class Simulator : ISimulator
{
    private const int StrandedPart = 1;
    private const int MissingPart = 2;
    private const int OrderPart = 3;
    private const int RarePart = 4;

    /// <summary>Where a stream is sought when its seed is taken: further than any population reaches.</summary>
    private const int Apart = 1 << 24;

    private static readonly DateTimeOffset StationsSince = new(2003, 8, 1, 0, 0, 0, TimeSpan.Zero);

    public SimulatedPopulation Create(SimulationRequest request)
    {
        var parameters = SimulationParameters.For(request.Profile);
        var maker = new PersonMaker(parameters);
        var station = new StationWriter(parameters);
        var family = new FamilyWriter(parameters);
        var persons = new List<StrandedPerson>(request.Stranded);
        var reports = new List<MissingReport>(request.Missing);
        var rare = new RareFacts(parameters);
        var pairs = new List<TruePair>();
        var taken = new HashSet<int>();
        for (var i = 0; i < request.Stranded; i++)
        {
            var random = Own(request, StrandedPart, i, taken);
            var rarely = Dice.Stream(request.Seed, request.Profile, RarePart, i);
            var stratum = parameters.Keys("stratum").Pick(random);
            var truth = Draw(maker, stratum, random);
            var mated = random.Chance(request.ShareWithMate) && reports.Count < request.Missing;
            var person = Person(station.Describe(truth, stratum, random), truth, stratum == "text-only", random);
            var traits = rare.Draw(truth, rarely);
            if (stratum != "nothing") rare.AddTo(person, traits, rarely);
            persons.Add(person);
            if (!mated) continue;
            var report = Report(family.Describe(truth, random), truth, parameters, random);
            rare.AddTo(report, traits, rarely);
            reports.Add(report);
            pairs.Add(new TruePair(person.Id, report.Id, stratum));
        }
        for (var i = 0; reports.Count < request.Missing; i++)
        {
            var random = Own(request, MissingPart, i, taken);
            var truth = maker.Draw(random);
            var report = Report(family.Describe(truth, random), truth, parameters, random);
            var rarely = Dice.Stream(request.Seed, request.Profile, RarePart, -1 - i);
            rare.AddTo(report, rare.Draw(truth, rarely), rarely);
            reports.Add(report);
        }
        var order = reports.ToArray();
        Dice.Stream(request.Seed, request.Profile, OrderPart, 0).Shuffle(order);
        return new SimulatedPopulation(persons, order, pairs);
    }

    /// <summary>The station that keeps the people found in a prefecture (four digits).</summary>
    public static Guid StationOf(string prefecture) => SimulatedId.Named("station " + prefecture, StationsSince);

    /// <summary>The police unit that keeps the reports of a prefecture (four digits).</summary>
    public static Guid PoliceOf(string prefecture) => SimulatedId.Named("police " + prefecture, StationsSince);

    /// <summary>A stream that no other person of the population has: seeds are 31 bits, and among tens of thousands two would meet.</summary>
    private static Random Own(SimulationRequest request, int part, int index, HashSet<int> taken)
    {
        var seed = Dice.SeedOf(request.Seed, request.Profile, part, index);
        for (var again = 1; !taken.Add(seed); again++) seed = Dice.SeedOf(request.Seed, request.Profile, part, index + again * Apart);
        return new Random(seed);
    }

    private static SimulatedPerson Draw(PersonMaker maker, string stratum, Random random)
    {
        if (stratum == "child-then-adult") return maker.Draw(random, "abducted");
        SimulatedPerson truth;
        do truth = maker.Draw(random);
        while (truth.Kind == "abducted" || (truth.Kind == "deaf-mute" && stratum is "named" or "heard" or "contradictory"));
        return truth;
    }

    private static StrandedPerson Person(List<Draft> facts, SimulatedPerson truth, bool asText, Random random)
    {
        var at = Instant(truth.FoundAt, random);
        var prefecture = truth.FoundIn.Code[..4];
        var person = new StrandedPerson(SimulatedId.Next(random, at), StationOf(prefecture), prefecture, at);
        Draft.AddTo(person, asText ? [new Draft(FactKind.FreeText, NoticeWriter.Station(facts))] : facts, at, random);
        return person;
    }

    private static MissingReport Report(List<Draft> facts, SimulatedPerson truth, SimulationParameters parameters, Random random)
    {
        var late = random.Chance(parameters.Rate("report-late"));
        var day = truth.LostAt.AddDays(late ? random.Next(60, 1500) : random.Next(1, 20));
        var at = Instant(day > PersonMaker.LastDay ? PersonMaker.LastDay : day < new DateOnly(2003, 8, 1) ? new DateOnly(2008, 1, 1).AddDays(random.Next(6000)) : day, random);
        var prefecture = truth.Home.Code[..4];
        var report = new MissingReport(SimulatedId.Next(random, at), PoliceOf(prefecture), prefecture, at);
        var asText = random.Chance(parameters.Rate("report-as-text"));
        Draft.AddTo(report, asText ? [new Draft(FactKind.FreeText, NoticeWriter.Family(facts), Source: FactSource.SaidByFamily)] : facts, at, random);
        return report;
    }

    private static DateTimeOffset Instant(DateOnly day, Random random) => new(day.ToDateTime(new TimeOnly(random.Next(24), random.Next(60))), TimeSpan.Zero);
}
