using System.Data.Common;
using System.Globalization;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Simulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FamilyReunite.Cli.Bench;

/// <summary>Fills an empty installation with invented people of the evaluation profile: records, facts, outbox rows and organisations as intake writes them, one audit row a part instead of one a record.</summary>
internal sealed class BenchData(IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    /// <summary>Reports invented at a time; a part has a seed of its own.</summary>
    private const int PartSize = 50_000;
    private const double ShareWithMate = 0.39;

    private readonly HashSet<Guid> _ids = [];

    public async Task FillAsync(int persons, int reports, int seed, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var parts = Math.Max(1, (reports + PartSize - 1) / PartSize);
        var next = Invent(0);
        for (var part = 0; part < parts; part++)
        {
            var population = await next;
            next = part + 1 < parts ? Invent(part + 1) : next;
            await AddAsync(population, ct);
            progress.Report((part + 1, parts));
        }

        Task<SimulatedPopulation> Invent(int part) => Task.Run(() => new Simulator().Create(new SimulationRequest(seed + part, Share(persons, part), Share(reports, part), ShareWithMate, SimulationProfile.Evaluation)), ct);
        int Share(int whole, int part) => (int)((long)whole * (part + 1) / parts - (long)whole * part / parts);
    }

    private async Task AddAsync(SimulatedPopulation population, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var records = population.Stranded.Concat<CaseRecord>(population.Missing).Where(r => _ids.Add(r.Id)).OrderBy(r => r.Id).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        await OrganisationsAsync(db, records, ct);
        // a bench that is cut short is begun anew, so nothing has to survive a power cut
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;", ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Insert(db, transaction.GetDbTransaction(), records, now);
        await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(now), Actor.System("bench"), "report.imported", "bench", records[0].OrganisationId, string.Create(CultureInfo.InvariantCulture, $"records={records.Count}")), ct);
        await transaction.CommitAsync(ct);
    }

    private static void Insert(ReuniteDb db, DbTransaction transaction, List<CaseRecord> records, DateTimeOffset now)
    {
        using var persons = new RowInserter(db, typeof(StrandedPerson), transaction, ("RecordKind", nameof(RecordKind.Stranded)));
        using var reports = new RowInserter(db, typeof(MissingReport), transaction, ("RecordKind", nameof(RecordKind.Missing)));
        using var facts = new RowInserter(db, typeof(Fact), transaction, ("RecordId", null));
        using var outbox = new RowInserter(db, typeof(OutboxEntry), transaction);
        foreach (var record in records)
        {
            record.Touch(now);
            (record is StrandedPerson ? persons : reports).Add(record);
            outbox.Add(new OutboxEntry(record.Kind, record.Id, record.Version, now));
        }
        // in the order of the key, so that the tree grows at few places
        foreach (var (fact, record) in records.SelectMany(r => r.Facts.Select(f => (Fact: f, r.Id))).OrderBy(f => f.Fact.Id)) facts.Add(fact, ("RecordId", record));
    }

    private static async Task OrganisationsAsync(ReuniteDb db, List<CaseRecord> records, CancellationToken ct)
    {
        var held = (await db.Organisations.Select(o => o.Id).ToListAsync(ct)).ToHashSet();
        foreach (var r in records.Where(r => held.Add(r.OrganisationId)))
            db.Organisations.Add(new Organisation(r.OrganisationId, r is StrandedPerson ? OrganisationKind.Station : OrganisationKind.Police, $"bench {r.District}", r.District, null));
        await db.SaveChangesAsync(ct);
    }
}
