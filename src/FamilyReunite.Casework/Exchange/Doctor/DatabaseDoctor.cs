using System.Globalization;
using FamilyReunite.Casework.Database;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Doctor;

/// <summary>Looks at the database, its audit chain and the clock it was written by.</summary>
internal sealed class DatabaseDoctor(ReuniteDb db, DataFolder data, TimeProvider clock)
{
    private const long LowSpace = 2L * 1024 * 1024 * 1024;
    private const long NoSpace = 200L * 1024 * 1024;

    public async IAsyncEnumerable<DoctorLine> LookAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return Disk();
        if (!db.Database.IsSqlite())
        {
            var server = new ServerDoctor(db);
            var answers = await server.OpenAsync(ct);
            yield return answers;
            if (answers.Health == Health.Bad) yield break;
            if (await DatabaseOpening.IsNewAsync(db, ct))
            {
                yield return DoctorLine.Warn("database", "doctor.no-tables");
                yield break;
            }
            yield return await server.DurableAsync(ct);
            yield return await ShapeAsync(ct);
            yield return await ChainAsync(ct);
            yield return await ClockAsync(ct);
            yield break;
        }
        if (!File.Exists(data.Database))
        {
            yield return DoctorLine.Warn("database", "doctor.no-database");
            yield break;
        }
        var opened = await OpenAsync(ct);
        yield return opened;
        if (opened.Health == Health.Bad) yield break;
        yield return await JournalAsync(ct);
        yield return await IntegrityAsync(ct);
        yield return await ShapeAsync(ct);
        yield return await ChainAsync(ct);
        yield return await ClockAsync(ct);
    }

    private async Task<DoctorLine> OpenAsync(CancellationToken ct)
    {
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            var version = db.Database.GetDbConnection().ServerVersion;
            return Version.TryParse(version, out var v) && v >= SqliteVersion.Minimum ? DoctorLine.Ok("sqlite", "doctor.sqlite-ok", version) : DoctorLine.Bad("sqlite", "doctor.sqlite-old", version, SqliteVersion.Minimum);
        }
        catch (SqliteException)
        {
            return DoctorLine.Bad("sqlite", "doctor.database-unreadable");
        }
    }

    private async Task<DoctorLine> JournalAsync(CancellationToken ct) =>
        await PragmaAsync("journal_mode", ct) is "wal" ? DoctorLine.Ok("wal", "doctor.wal-ok") : DoctorLine.Warn("wal", "doctor.wal-off");

    private async Task<DoctorLine> IntegrityAsync(CancellationToken ct) =>
        await PragmaAsync("quick_check", ct) is "ok" ? DoctorLine.Ok("integrity", "doctor.integrity-ok") : DoctorLine.Bad("integrity", "doctor.integrity-bad");

    private async Task<DoctorLine> ShapeAsync(CancellationToken ct)
    {
        var waiting = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
        return waiting == 0 ? DoctorLine.Ok("schema", "doctor.schema-ok") : DoctorLine.Warn("schema", "doctor.schema-behind", waiting);
    }

    private async Task<DoctorLine> ChainAsync(CancellationToken ct)
    {
        try
        {
            var verdict = await new AuditVerifier(db).VerifyAsync(ct);
            return verdict.Fault == AuditFault.None ? DoctorLine.Ok("audit", "doctor.audit-ok", verdict.Rows) : DoctorLine.Bad("audit", "doctor.audit-broken", verdict.BrokenAt ?? 0, verdict.Fault);
        }
        catch (SqliteException)
        {
            return DoctorLine.Bad("audit", "doctor.database-unreadable");
        }
    }

    private async Task<DoctorLine> ClockAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)) return DoctorLine.Bad("clock", "doctor.no-time-zones");
        var last = await db.AuditEntries.OrderByDescending(a => a.Sequence).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(ct);
        return last is { } l && l > now.AddMinutes(5) ? DoctorLine.Bad("clock", "doctor.clock-behind", TimeZoneInfo.ConvertTime(l, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : DoctorLine.Ok("clock", "doctor.clock-ok", TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    private DoctorLine Disk()
    {
        var free = new DriveInfo(data.Path).AvailableFreeSpace;
        var megabytes = free / 1024 / 1024;
        return free < NoSpace ? DoctorLine.Bad("disk", "doctor.disk-full", megabytes) : free < LowSpace ? DoctorLine.Warn("disk", "doctor.disk-low", megabytes) : DoctorLine.Ok("disk", "doctor.disk-ok", megabytes);
    }

    private async Task<string> PragmaAsync(string name, CancellationToken ct)
    {
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            return await command.ExecuteScalarAsync(ct) as string ?? "";
        }
        catch (SqliteException)
        {
            return "";
        }
    }
}
