using FamilyReunite.Casework;
using FamilyReunite.Data;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Pages.Admin;

/// <summary>Whether the machine does its work: numbers, jobs, backups. No case is visible here.</summary>
public sealed class IndexModel(ReuniteDb db, DataFolder data) : ReunitePage
{
    public IReadOnlyList<(string Key, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public DateTimeOffset? LastBackup { get; private set; }

    public async Task OnGetAsync()
    {
        Counts =
        [
            ("people", await db.StrandedPersons.CountAsync(Aborted)), ("reports", await db.MissingReports.CountAsync(Aborted)),
            ("contacts", await db.FieldContacts.CountAsync(Aborted)), ("matches", await db.CandidateMatches.CountAsync(Aborted)),
        ];
        Runs = await db.JobRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(30).ToListAsync(Aborted);
        LastBackup = Directory.Exists(data.Backups) ? new DirectoryInfo(data.Backups).EnumerateFileSystemInfos().Select(f => (DateTimeOffset?)f.LastWriteTimeUtc).Max() : null;
    }
}
