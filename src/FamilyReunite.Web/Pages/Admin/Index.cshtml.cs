using FamilyReunite.Casework;
using FamilyReunite.Casework.Exchange.Doctor;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Jobs.Indexing;
using FamilyReunite.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Pages.Admin;

/// <summary>Whether the machine does its work: numbers, index, model, jobs, backups. No case is visible here.</summary>
public sealed class IndexModel(ReuniteDb db, DataFolder data, IndexStatusReader index, PresentModel present, SystemDoctor doctor, JobLedger ledger) : ReunitePage
{
    public IReadOnlyList<(string Key, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public DateTimeOffset? LastBackup { get; private set; }

    public Outcome<IndexStatus> Index { get; private set; } = new Problem("index.locked");

    /// <summary>What the newest comparison of index and database found; null before the first.</summary>
    public (IndexReconciled Found, DateTimeOffset At)? Reconciled { get; private set; }

    public ModelInForce PairModel { get; private set; } = new(new Problem("model.missing"), Learnt: false, null);

    /// <summary>True while a learnt model waits for a decision.</summary>
    public bool ModelWaits { get; private set; }

    /// <summary>Name and version of the database engine.</summary>
    public string Engine { get; private set; } = "";

    /// <summary>What the doctor said; null until asked, because it reads the whole audit chain and index.</summary>
    public IReadOnlyList<DoctorLine>? Looked { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    /// <summary>Looks, changes nothing: repeating it is harmless and it needs no redirect.</summary>
    public async Task OnPostAsync()
    {
        Looked = await doctor.LookAsync(Aborted).ToListAsync(Aborted);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        Counts =
        [
            ("people", await db.StrandedPersons.CountAsync(Aborted)), ("reports", await db.MissingReports.CountAsync(Aborted)),
            ("contacts", await db.FieldContacts.CountAsync(Aborted)), ("matches", await db.CandidateMatches.CountAsync(Aborted)),
        ];
        Runs = await db.JobRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(30).ToListAsync(Aborted);
        LastBackup = Directory.Exists(data.Backups) ? new DirectoryInfo(data.Backups).EnumerateFileSystemInfos().Select(f => (DateTimeOffset?)f.LastWriteTimeUtc).Max() : null;
        Index = await index.ReadAsync(Aborted);
        PairModel = await present.ReadAsync(Aborted);
        ModelWaits = await db.LearntModels.AnyAsync(m => m.State == LearntModelState.Proposed, Aborted);
        var compared = await ledger.LastDoneAsync([IndexReconcileJob.Name], Aborted);
        if (compared is { EndedAt: { } at } && IndexReconciled.Parse(compared.Summary) is { } found) Reconciled = (found, at);
        await db.Database.OpenConnectionAsync(Aborted);
        Engine = $"{(db.Database.IsSqlite() ? "SQLite" : "PostgreSQL")} {db.Database.GetDbConnection().ServerVersion}";
    }
}
