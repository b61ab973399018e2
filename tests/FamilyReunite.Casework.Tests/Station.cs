using System.Text.RegularExpressions;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Casework.Tests;

/// <summary>A database in a temporary folder with two stations and a police unit.</summary>
public sealed partial class Station : IAsyncLifetime, IDbContextFactory<ReuniteDb>
{
    public static readonly DateTimeOffset Start = new(2026, 3, 3, 1, 14, 2, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-desk-");

    public Station()
    {
        var (station, other, police) = (Org(OrganisationKind.Station, "4403"), Org(OrganisationKind.Station, "6101"), Org(OrganisationKind.Police, "44"));
        Organisations = [station, other, police];
        Staff = At(station, Role.StationStaff);
        Colleague = At(station, Role.StationStaff);
        Stranger = At(other, Role.StationStaff);
        Liaison = At(police, Role.PoliceLiaison);
        Data = DataFolder.At(_folder.FullName);
        Blobs = new FileBlobStore(Data.Blobs, Clock);
        Pictures = new PictureStore(Data, Blobs, new SkiaPhotoReader(), Clock);
        Views = new ViewLog(this, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public IReadOnlyList<Organisation> Organisations { get; }

    public Caller Staff { get; }

    public Caller Colleague { get; }

    public Caller Stranger { get; }

    public Caller Liaison { get; }

    public DataFolder Data { get; }

    public FileBlobStore Blobs { get; }

    public PictureStore Pictures { get; }

    public ViewLog Views { get; }

    public ReuniteDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Data.Database);
        return new ReuniteDb(options.Options);
    }

    public IntakeDesk Intake(ReuniteDb db) => new(db, new ChangeWriter(db, Clock), new FactReading(new PlainReader()), Clock);

    public AttachmentDesk Attachments(ReuniteDb db) => new(db, new ChangeWriter(db, Clock), new SkiaPhotoReader(), new AttachmentSniffer(), Blobs, Pictures, Clock);

    public Guid NewId()
    {
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        return Guid.CreateVersion7(Clock.GetUtcNow());
    }

    public async ValueTask InitializeAsync()
    {
        await using var db = CreateDbContext();
        await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
        db.Organisations.AddRange(Organisations);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private Organisation Org(OrganisationKind kind, string district) => new(NewId(), kind, $"测试单位 {district} {kind}", district, null);

    private Caller At(Organisation o, string role) => new(NewId(), role, role, o.Id, o.Kind, o.District, "Asia/Shanghai", "test");

    /// <summary>Understands bare numbers and plain dates: enough to see that what was understood is kept.</summary>
    private sealed partial class PlainReader : IDescriptionReader
    {
        public IReadOnlyList<ReadFact> Read(string text) => [];

        public string? Understand(FactKind kind, string asHeard) => kind switch
        {
            FactKind.Height or FactKind.Age when Number().Match(asHeard) is { Success: true } m => $"{m.Value}..{m.Value}",
            FactKind.BirthDate or FactKind.FoundAt when Date().IsMatch(asHeard) => asHeard,
            _ => null,
        };

        [GeneratedRegex(@"\d{2,3}")]
        private static partial Regex Number();

        [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
        private static partial Regex Date();
    }
}
