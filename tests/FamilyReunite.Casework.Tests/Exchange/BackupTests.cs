using FamilyReunite.Casework.Exchange.Backup;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class BackupTests
{
    [Fact]
    public async Task Backup_WhileInUse_OpensAsAnInstallation()
    {
        await using var desk = await WithPhotoAsync();
        await using var reading = desk.Db();
        Assert.Equal(1, await reading.Records.CountAsync());
        var made = (await desk.Get<BackupWriter>().WriteAsync(null, null, default)).Value!;
        Assert.Equal((1, 1), (made.Records, made.Attachments));
        Assert.StartsWith(desk.Data.Backups, made.Folder, StringComparison.Ordinal);

        var restored = DataFolder.At(made.Folder);
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, restored.Database);
        await using var db = new ReuniteDb(options.Options);
        await DatabaseStartup.PrepareAsync(db, default);
        var photo = Assert.Single((await db.StrandedPersons.Include(p => p.Attachments).SingleAsync()).Attachments);
        await using var opened = new FileBlobStore(restored.Blobs, TimeProvider.System, BlobKey.OpenOrCreate(restored.BlobKey, restored.Blobs)).OpenRead(photo.Sha256);
        Assert.Equal(photo.Bytes, opened!.Length);
        await using var after = desk.Db();
        Assert.Equal("backup.made", (await after.AuditEntries.OrderBy(a => a.Sequence).LastAsync()).Action);
    }

    [Fact]
    public async Task Backup_FileOfAnAttachmentGone_IsNotKept()
    {
        await using var desk = await WithPhotoAsync();
        Directory.Delete(desk.Data.Blobs, recursive: true);
        Assert.Equal("backup.blob-missing", Assert.Single((await desk.Get<BackupWriter>().WriteAsync(null, null, default)).Problems).Code);
        Assert.Empty(Directory.GetFileSystemEntries(desk.Data.Backups));
    }

    [Fact]
    public async Task Verify_AlteredBackup_IsFound()
    {
        await using var desk = await WithPhotoAsync();
        var made = (await desk.Get<BackupWriter>().WriteAsync(null, null, default)).Value!;
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(made.Folder, "reunite.db")};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "DROP TRIGGER audit_no_update; UPDATE AuditEntries SET Action = 'x' WHERE Sequence = 2";
            await command.ExecuteNonQueryAsync();
        }
        Assert.Equal("backup.audit-broken", Assert.Single((await BackupWriter.VerifyAsync(made.Folder, default)).Problems).Code);
        await File.WriteAllTextAsync(Path.Combine(made.Folder, "reunite.db"), "no database");
        Assert.Equal("backup.not-whole", Assert.Single((await BackupWriter.VerifyAsync(made.Folder, default)).Problems).Code);
    }

    private static async Task<Desk> WithPhotoAsync()
    {
        var desk = await Desk.OpenAsync();
        File.Copy(Path.Combine(Casework.Demo.DemoFolder.Find()!, "photos", "s-0006.png"), Path.Combine(desk.Files, "a.png"));
        await desk.ImportAsync("""{"source_id":"S-1","name":"张三","photo":"a.png"}""", RecordKind.Stranded);
        return desk;
    }
}
