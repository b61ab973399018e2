using System.Globalization;
using FamilyReunite.Casework.Database;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Photos.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Backup;

/// <param name="Folder">A whole data folder: <c>--data</c> may point at it.</param>
/// <param name="Bytes">Of all files.</param>
/// <param name="AuditRows">Rows of the audit chain, verified.</param>
public sealed record BackupMade(string Folder, long Bytes, long Records, long Attachments, long AuditRows);

/// <summary>Copies an installation while it is in use: the database through SQLite's own backup, or out of one snapshot of a server into such a file; then attachments and keys. The copy is opened and checked before it gets its name; a folder with a backup's name is whole.</summary>
public sealed class BackupWriter(DataFolder data, IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    private const string Unfinished = ".unfinished";
    private const string BlobMissing = "backup.blob-missing";

    /// <param name="to">Folder that takes the dated backup folder; null for the installation's own.</param>
    /// <returns>Problems: backup.no-database, backup.no-space, backup.not-whole, backup.audit-broken, backup.blob-missing.</returns>
    public async Task<Outcome<BackupMade>> WriteAsync(string? to, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var server = db.Database.IsSqlite() ? null : db;
        if (server is null ? !File.Exists(data.Database) : await DatabaseOpening.IsNewAsync(server, ct)) return new Problem("backup.no-database");
        var began = clock.GetUtcNow();
        var made = await OnceAsync(server, to, progress, ct);
        // a photo was deleted between the copy of the database and that of its file: the next copy is whole
        return made.Problems.Any(p => p.Code == BlobMissing) && await db.DeletedPictures.AnyAsync(d => d.At >= began, ct) ? await OnceAsync(server, to, progress, ct) : made;
    }

    private async Task<Outcome<BackupMade>> OnceAsync(ReuniteDb? server, string? to, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var parent = Path.GetFullPath(to ?? data.Backups);
        var final = Path.Combine(parent, clock.GetUtcNow().ToString("'reunite-'yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
        var draft = final + Unfinished;
        MakePrivate(draft);
        var made = false;
        try
        {
            if (await CopyAsync(server, draft, progress, ct) is { } full) return full;
            var verdict = await VerifyAsync(draft, ct);
            if (verdict.Value is not { } checkedCopy) return verdict.Problems.ToArray();
            Directory.Move(draft, final);
            made = true;
            await NoteAsync(checkedCopy, ct);
            return checkedCopy with { Folder = final, Bytes = new DirectoryInfo(final).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) };
        }
        finally
        {
            if (!made) Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>Opens a backup as an installation would and checks database, audit chain and attachments. Problems: backup.*.</summary>
    public static async Task<Outcome<BackupMade>> VerifyAsync(string folder, CancellationToken ct)
    {
        var copy = DataFolder.At(folder);
        if (!File.Exists(copy.Database)) return new Problem("backup.no-database");
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = copy.Database, Pooling = false }.ToString());
        await using var db = new ReuniteDb(options.Options);
        try
        {
            var integrity = await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(ct);
            if (integrity is not ["ok"]) return new Problem("backup.not-whole");
            var chain = await new AuditVerifier(db).VerifyAsync(ct);
            if (chain.Fault != AuditFault.None) return new Problem("backup.audit-broken", null, chain.BrokenAt ?? 0);
            var blobs = new FileBlobStore(copy.Blobs, TimeProvider.System);
            var hashes = await db.Attachments.Select(a => a.Sha256).Distinct().ToListAsync(ct);
            var missing = hashes.Count(h => !blobs.Exists(h));
            if (missing > 0) return new Problem(BlobMissing, null, missing);
            return new BackupMade(folder, 0, await db.Records.LongCountAsync(ct), hashes.Count, chain.Rows);
        }
        catch (SqliteException)
        {
            return new Problem("backup.not-whole");
        }
    }

    /// <param name="server">Null when the database is a file.</param>
    private async Task<Problem?> CopyAsync(ReuniteDb? server, string draft, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var copy = DataFolder.At(draft);
        var blobs = Directory.Exists(data.Blobs) ? new DirectoryInfo(data.Blobs).GetFiles("*", SearchOption.AllDirectories) : [];
        var needed = (server is null ? new FileInfo(data.Database).Length : 0) + blobs.Sum(f => f.Length);
        if (new DriveInfo(draft).AvailableFreeSpace < needed) return new Problem("backup.no-space", null, needed / 1024 / 1024);
        if (server is null) await Task.Run(() => CopyDatabase(data.Database, copy.Database), ct);
        else if (await CopyServerAsync(server, copy.Database, progress, ct) is { } differs) return differs;
        // a file is stored before the row that names it, so what lies here after the database was copied holds every file the copy names
        var files = Directory.Exists(data.Blobs) ? new DirectoryInfo(data.Blobs).GetFiles("*", SearchOption.AllDirectories).Where(f => f.Extension != ".part").ToList() : [];
        for (var i = 0; i < files.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            CopyFile(files[i].FullName, Path.Combine(copy.Blobs, Path.GetRelativePath(data.Blobs, files[i].FullName)));
            progress?.Report(new WorkProgress(i + 1, files.Count));
        }
        if (Directory.Exists(data.Keys))
            foreach (var key in Directory.GetFiles(data.Keys)) CopyFile(key, Path.Combine(copy.Keys, Path.GetFileName(key)));
        if (File.Exists(data.IndexKey)) CopyFile(data.IndexKey, copy.IndexKey);
        return null;
    }

    /// <summary>The same file as a station's own backup: any installation can be opened on it, or moved to a server again.</summary>
    private static async Task<Problem?> CopyServerAsync(ReuniteDb server, string to, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, to);
        await using (var file = new ReuniteDb(options.Options))
        {
            await DatabaseStartup.PrepareAsync(file, ct);
            if (await DatabaseCopier.CopyAsync(server, file, progress, ct) is { Succeeded: false } refused) return refused.Problems[0];
        }
        SqliteConnection.ClearAllPools();
        using var one = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        one.Open();
        InOneFile(one);
        return null;
    }

    private static void CopyDatabase(string from, string to)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        InOneFile(target);
    }

    /// <summary>Without a log beside it, so that the copy can be moved as it is.</summary>
    private static void InOneFile(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        command.ExecuteScalar();
    }

    private static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private async Task NoteAsync(BackupMade made, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var note = new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), Actor.System("backup"), "backup.made", "installation", null, string.Create(CultureInfo.InvariantCulture, $"records={made.Records} attachments={made.Attachments} audit={made.AuditRows}"));
        await new ChangeWriter(db, clock).SaveAsync(note, ct);
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
